import type { JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';

/** Counts the calls of tools in a stream of chat: each has an id and a framing that are not shown as text. */
export interface CallCount {
  /** @returns how many calls begin with this delta of a choice */
  see(choice: number, delta: unknown): number;
}

/** More calls than an answer has ever had; the memory for their places must end. Further calls count again. */
const MOST_CALLS = 10_000;

export function createCallCount(): CallCount {
  const begun = new Set<string>();
  const isNew = (place: string): boolean => {
    const known = begun.has(place);
    if (!known && begun.size < MOST_CALLS) begun.add(place);
    return !known;
  };
  return {
    see(choice, delta) {
      if (!isObject(delta)) return 0;
      const calls: readonly unknown[] = Array.isArray(delta['tool_calls']) ? delta['tool_calls'] : [];
      const places = calls.filter(isObject).map((call) => `${choice}/${placeOf(call)}`);
      if (isObject(delta['function_call'])) places.push(`${choice}/only`);
      return places.filter(isNew).length;
    },
  };
}

/** Pieces of a call have its place; a server that sends calls whole may leave it out, and then its id tells. */
function placeOf({ index, id }: JsonObject): string {
  return typeof index === 'number' ? `at ${index}` : typeof id === 'string' ? id.slice(0, 100) : 'unknown';
}
