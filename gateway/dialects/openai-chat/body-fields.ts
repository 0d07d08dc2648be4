import type { AskFault, JsonObject } from '../dialect.ts';

/** A body this dialect cannot read. */
export function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

/** A request whose cost nothing bounds. */
export function unbounded(message: string): AskFault {
  return { fault: 'unbounded', message };
}

/** True for a whole number from 1 up. */
export function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

/** The model a body names. @returns undefined when it names none */
export function modelOf(body: JsonObject): string | undefined {
  const { model } = body;
  return typeof model === 'string' && model !== '' ? model : undefined;
}

export const NO_MODEL = 'The field "model" must name a model.';
export const NO_STREAM = 'The field "stream" must be true or false.';

/** True, false, or left out: anything else could mean either. */
export function isSwitch(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'boolean';
}

/** The count of something that a body asks for: 1 where it says nothing. @returns undefined when it is no count */
export function countOf(value: unknown): number | undefined {
  const count = value ?? 1;
  return isLimit(count) ? count : undefined;
}
