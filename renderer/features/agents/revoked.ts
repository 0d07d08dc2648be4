import type { SubKeyId } from '../../../shared/ids.ts';
import { durationText } from '../../state/time-and-money/format.ts';
import { say } from '../../strings/say.ts';

/** The result of a revocation. */
export interface Revoked {
  readonly agent: string;
  readonly hint: string;
  readonly cutRequests: number;
  readonly cutMs: number;
  /** How it is taken back, for a moment. */
  readonly undo?: { readonly ids: SubKeyId[]; readonly until: number } | null | undefined;
}

/** The clear result of the click. */
export function revokedSentence({ agent, hint, cutRequests, cutMs }: Revoked): string {
  return say.agents.revokedForGood(hint, agent, cutRequests, durationText(cutMs));
}
