import { counted } from './counted.ts';

/** The report of a revoke: how many sub-keys it ended, how many requests it cut, within how many milliseconds. */
interface Revocation {
  readonly revoked: number;
  readonly cutRequests: number;
  readonly cutMs: number;
}

/** The measured result, the same everywhere: `Revoked 3 sub-keys, cut 2 running requests in 1.4 ms.` */
export function revokedText({ revoked, cutRequests, cutMs }: Revocation): string {
  const done = `Revoked ${counted(revoked, 'sub-key')}`;
  if (cutRequests === 0) return `${done}. No request was running.`;
  return `${done}, cut ${counted(cutRequests, 'running request')} in ${durationText(cutMs)}.`;
}

/** A measured time for people, in English: `1.4 ms`, `12 ms`, and from a tenth of a second on `0.9 s`, `5.0 s`. */
export function durationText(milliseconds: number): string {
  return milliseconds < 99.95 ? `${Number(milliseconds.toFixed(1))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
