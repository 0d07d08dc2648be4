import type { Inside } from './inside.ts';
import type { Views } from './views.ts';

/** A running gateway from the inside, and how it shows: what the contract is implemented on. */
export interface Engine extends Inside {
  readonly views: Views;
}
