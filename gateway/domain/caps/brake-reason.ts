import type { BrakeFact } from '../../../shared/contract/notice-facts.ts';

/** Why a brake should act. */
export interface BrakeReason {
  /** The words after a colon: `12 identical requests in 10 minutes`. */
  readonly text: string;
  readonly fact: BrakeFact;
}
