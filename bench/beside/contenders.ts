import type { Child } from './child.ts';
import { bareProxy } from './contenders/carriers.ts';
import { portkey } from './contenders/portkey.ts';
import { purser, purserGoverned } from './contenders/purser.ts';
import type { Target } from './load.ts';

/** A proxy that takes part. */
export interface Contender {
  readonly name: string;
  /** Starts it in front of the upstream at this port. */
  start(of: { readonly upstreamPort: number }): Promise<Child & { readonly target: Target }>;
}

/** Everyone but nginx, which is started with the upstream. */
export const CONTENDERS: readonly Contender[] = [bareProxy, portkey, purser, purserGoverned];
