import { durationText } from '../../state/time-and-money/format.ts';
import { say } from '../../strings/say.ts';

/** The result of a revocation. */
export interface Revoked {
  readonly agent: string;
  readonly hint: string;
  readonly cutRequests: number;
  readonly cutMs: number;
}

/** The clear result of a click that has no undo. */
export function revokedSentence({ agent, hint, cutRequests, cutMs }: Revoked): string {
  return say.agents.revokedForGood(hint, agent, cutRequests, durationText(cutMs));
}
