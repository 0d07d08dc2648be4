import type { Inside } from './inside.ts';
import type { Views } from './views.ts';

/** A running gateway from the inside, with its views: the contract is implemented on it. */
export interface Engine extends Inside {
  readonly views: Views;
}
