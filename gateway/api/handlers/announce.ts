import type { Engine } from '../../engine/engine.ts';

/** Finds the gateway that a call is for: the simulated one comes and goes. */
export type FindEngine = () => Engine;

/** Tells every live client that something has changed. @returns the result of the change */
export function announce<T>(engine: FindEngine, result: T): T {
  engine().changed.emit();
  return result;
}
