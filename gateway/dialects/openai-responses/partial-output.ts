import type { JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';

/** The output of a response as its stream has shown it, so that it can be ended there as the provider would end it. */
export interface PartialOutput {
  /** @param size of the event, in characters */
  see(type: string, payload: JsonObject, size: number): void;
  /**
   * The items so far, in order. @returns undefined when they were too large to be kept: readers then put them together
   * themselves
   */
  items(): readonly JsonObject[] | undefined;
  /** The items that have begun and not ended, each with its place. */
  open(): readonly (readonly [index: number, item: JsonObject])[];
}

interface Part {
  readonly field: 'text' | 'refusal';
  readonly shape: JsonObject;
  readonly pieces: string[];
}

interface Item {
  readonly shape: JsonObject;
  readonly parts: Map<number, Part>;
  readonly fields: Map<string, string[]>;
  readonly done: boolean;
}

/** Most characters of events that are kept: far more than a model writes in one response. */
const MOST_KEPT = 4 * 2 ** 20;
/** The field of an item that each kind of delta fills. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'response.function_call_arguments.delta': 'arguments',
  'response.custom_tool_call_input.delta': 'input',
  'response.code_interpreter_call_code.delta': 'code',
};

export function createPartialOutput(): PartialOutput {
  const items = new Map<number, Item>();
  let kept = 0;

  const add = (item: Item, type: string, { content_index: place, delta, part }: JsonObject): void => {
    if (type === 'response.content_part.added' && typeof place === 'number' && isObject(part)) {
      item.parts.set(place, { field: part['type'] === 'refusal' ? 'refusal' : 'text', shape: part, pieces: [] });
    }
    if (typeof delta !== 'string') return;
    const field = FIELD_OF[type];
    const pieces = field === undefined ? item.parts.get(Number(place))?.pieces : (item.fields.get(field) ?? []);
    pieces?.push(delta);
    if (field !== undefined && pieces) item.fields.set(field, pieces);
  };
  const isWhole = (): boolean => kept <= MOST_KEPT;
  const sorted = (): readonly (readonly [number, Item])[] => [...items].toSorted(([left], [right]) => left - right);

  return {
    see(type, payload, size) {
      const { output_index: index, item } = payload;
      if (typeof index !== 'number' || !isWhole()) return;
      kept += size;
      const known = items.get(index);
      const done = type === 'response.output_item.done';
      if ((done || type === 'response.output_item.added') && isObject(item))
        items.set(index, { shape: item, parts: new Map(), fields: new Map(), done });
      else if (known && !known.done) add(known, type, payload);
      if (!isWhole()) items.clear();
    },
    items: () => (isWhole() ? sorted().map(([, item]) => wholeOf(item)) : undefined),
    open: () =>
      sorted()
        .filter(([, item]) => !item.done)
        .map(([index, item]) => [index, wholeOf(item)]),
  };
}

function wholeOf(item: Item): JsonObject {
  if (item.done) return item.shape;
  const fields = Object.fromEntries([...item.fields].map(([field, pieces]) => [field, pieces.join('')]));
  const content = [...item.parts.values()].map(({ field, shape, pieces }) => ({ ...shape, [field]: pieces.join('') }));
  return { ...item.shape, ...fields, ...(content.length > 0 && { content }), status: 'incomplete' };
}
