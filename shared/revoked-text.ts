import { counted } from './counted.ts';
import { durationText } from './duration-text.ts';

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
