import { isErrorCode, PurserError } from '../../shared/errors.ts';
import type { Step } from './plan.ts';

/** Makes one change after the other. @throws PurserError at the first that fails, saying what was made before it and what was not */
export async function applySteps(steps: readonly Step[], set: (step: Step) => Promise<unknown>): Promise<void> {
  for (const [index, step] of steps.entries()) {
    try {
      await set(step);
    } catch (cause) {
      const names = (some: readonly Step[]): string => some.map(({ path }) => path).join(', ') || 'nothing';
      const why = cause instanceof Error ? cause.message : String(cause);
      const message = `${step.path} could not be changed: ${why} Changed before it: ${names(steps.slice(0, index))}. Not changed: ${names(steps.slice(index))}. Apply the file again to go on from there.`;
      if (cause instanceof Error && 'code' in cause && isErrorCode(cause.code)) throw new PurserError(cause.code, message, { cause });
      throw new Error(message, { cause });
    }
  }
}
