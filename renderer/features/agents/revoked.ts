import { durationText } from '../../state/format.ts';
import { count } from '../../strings/en/count.ts';

/** What a revocation did. */
export interface Revoked {
  readonly agent: string;
  readonly hint: string;
  readonly cutRequests: number;
  readonly cutMs: number;
}

/** The clear result of a click that has no undo. */
export function revokedSentence({ agent, hint, cutRequests, cutMs }: Revoked): string {
  const which = `The sub-key ending in ${hint} of ${agent} is revoked for good.`;
  if (cutRequests === 0) return `${which} No request was running.`;
  return `${which} ${count(cutRequests, 'running request')} cut in ${durationText(cutMs)}.`;
}
