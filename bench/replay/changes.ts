import { fieldsOf, readJson } from './dig.ts';
import type { Fields } from './dig.ts';

/** One place in a request that is not as the tool sent it. */
export interface Change {
  /** Names with dots between. */
  readonly path: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** Compares a request as it arrived at the provider with what the tool sent. Nothing is the same but the same bytes. */
export function findChanges(sent: Buffer, arrived: Buffer): readonly Change[] {
  if (sent.equals(arrived)) return [];
  const [was, is] = [readJson(sent.toString()), readJson(arrived.toString())];
  if (was === undefined || is === undefined) return [{ path: '(bytes)', was: sent.length, is: arrived.length }];
  const changes = compare(was, is, '');
  // The same values, written in another way.
  return changes.length > 0 ? changes : [{ path: '(spelling)', was: undefined, is: undefined }];
}

/** Objects are looked into; of a list it is enough that it is another. */
function compare(was: unknown, is: unknown, path: string): readonly Change[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (!isObject(was) || !isObject(is)) return [{ path, was, is }];
  const [before, after]: readonly [Fields, Fields] = [fieldsOf(was), fieldsOf(is)];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => compare(before[name], after[name], path === '' ? name : `${path}.${name}`));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const LIMIT =
  /(^|\.)(max_((completion|output)_)?tokens|maxOutputTokens|max_tool_calls|thinking_?[bB]udget|budget_tokens)$/;

/** True for what a person would feel: an answer that ends sooner, a tool that is not there. */
export function isFelt({ path }: Change): boolean {
  return LIMIT.test(path) || /^tools\b/.test(path);
}
