import type { SubKeyId } from '../../../shared/ids.ts';

/** A request whose sub-key is known, as it comes in and before anything is decided about it. */
export interface Arrival {
  readonly subKeyId: SubKeyId;
  readonly userAgent: string;
  /** Its path means something at a provider that there is: a request to a wrong one proves no connection. */
  readonly leads: boolean;
}
