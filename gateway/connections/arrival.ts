import type { SubKeyId } from '../../shared/ids.ts';

/** A request whose sub-key is known, as it comes in and before anything is decided about it. */
export interface Arrival {
  readonly subKeyId: SubKeyId;
  readonly userAgent: string;
}
