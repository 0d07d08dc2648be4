import type { ApiDescription, JsonRecord } from './api-tool.ts';
import { entriesOf, fieldOf, isList, isRecord, listAt, textAt } from './json.ts';
import { lookUp } from './resolve-reference.ts';

/** How much of a schema is written out. */
export interface SchemaBounds {
  readonly depth: number;
  readonly nodes: number;
  readonly enumValues: number;
  readonly descriptionLetters: number;
}

/** Keywords that 2020-12 has too, and whose values are plain. What is not known here is left out. */
const PLAIN = (
  'format title const multipleOf maximum minimum maxLength minLength pattern maxItems minItems uniqueItems ' +
  'maxProperties minProperties deprecated'
).split(' ');
const NUMBERS = new Set(['multipleOf', 'maximum', 'minimum']);
const COUNTS = new Set(['maxLength', 'minLength', 'maxItems', 'minItems', 'maxProperties', 'minProperties']);
const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);
const MOST_PLAIN_LETTERS = 2_000;

/** Turns schemas of a description into JSON Schema 2020-12, references written out, bounded in depth and number. */
export class SchemaConverter {
  readonly #api: ApiDescription;
  readonly #bounds: SchemaBounds;
  /** References that are being written out: one that comes again inside itself becomes an open schema. */
  readonly #inside = new Set<string>();
  #nodes = 0;

  constructor(api: ApiDescription, bounds: SchemaBounds) {
    this.#api = api;
    this.#bounds = bounds;
  }

  /** @returns undefined for a property that only the server writes */
  convert(value: unknown, depth = 0): JsonRecord | undefined {
    if (value === false) return { not: {} };
    if (!isRecord(value)) return {};
    const reference = textAt(value, '$ref');
    if (reference === undefined) return this.#convertPlain(value, depth);
    const target = lookUp(this.#api.document, reference);
    if (this.#inside.has(reference) || target === undefined) return open(target);
    this.#inside.add(reference);
    const converted = this.convert(target, depth);
    this.#inside.delete(reference);
    const description = this.#api.version === '3.1' ? this.#description(value) : undefined;
    return converted === undefined || description === undefined ? converted : { ...converted, description };
  }

  #convertPlain(schema: JsonRecord, depth: number): JsonRecord | undefined {
    if (fieldOf(schema, 'readOnly') === true) return undefined;
    this.#nodes += 1;
    if (depth > this.#bounds.depth || this.#nodes > this.#bounds.nodes) return open(schema);
    const converted: Record<string, unknown> = { ...this.#plain(schema), ...this.#range(schema) };
    const description = this.#description(schema);
    if (description !== undefined) converted['description'] = description;
    Object.assign(converted, this.#type(schema), this.#enum(schema), this.#object(schema, depth));
    Object.assign(converted, this.#list(schema, depth), this.#combined(schema, depth));
    return this.#nullable(schema, converted);
  }

  #plain(schema: JsonRecord): JsonRecord {
    return Object.fromEntries(
      PLAIN.filter((name) => isLegal(name, fieldOf(schema, name))).map((name) => [name, schema[name]]),
    );
  }

  #description(schema: JsonRecord): string | undefined {
    const text = textAt(schema, 'description');
    if (text === undefined || text === '' || this.#bounds.descriptionLetters === 0) return undefined;
    return shortened(text, this.#bounds.descriptionLetters);
  }

  /** In 3.0 `exclusiveMinimum: true` makes the minimum exclusive. 2020-12: it is the number itself. */
  #range(schema: JsonRecord): JsonRecord {
    const range: Record<string, unknown> = {};
    for (const [exclusive, inclusive] of [
      ['exclusiveMinimum', 'minimum'],
      ['exclusiveMaximum', 'maximum'],
    ] as const) {
      const given = fieldOf(schema, exclusive);
      if (typeof given === 'number') range[exclusive] = given;
      const limit = fieldOf(schema, inclusive);
      if (given === true && typeof limit === 'number') range[exclusive] = limit;
    }
    return range;
  }

  #type(schema: JsonRecord): JsonRecord {
    const given = fieldOf(schema, 'type');
    const types = (isList(given) ? given : [given]).filter((type) => typeof type === 'string' && TYPES.has(type));
    return types.length === 0 ? {} : { type: types.length === 1 ? types[0] : types };
  }

  #enum(schema: JsonRecord): JsonRecord {
    const values = listAt(schema, 'enum').filter((value) => typeof value !== 'object' || value === null);
    return values.length > 0 && values.length <= this.#bounds.enumValues ? { enum: [...new Set(values)] } : {};
  }

  #object(schema: JsonRecord, depth: number): JsonRecord {
    const converted: Record<string, unknown> = {};
    const given = entriesOf(fieldOf(schema, 'properties'));
    const properties = given.flatMap(([name, one]) => {
      const property = this.convert(one, depth + 1);
      return property === undefined ? [] : [[name, property] as const];
    });
    if (properties.length > 0) converted['properties'] = Object.fromEntries(properties);
    const kept = new Set(properties.map(([name]) => name));
    const named = new Set(given.map(([name]) => name));
    const required = listAt(schema, 'required').filter(
      (name) => typeof name === 'string' && (kept.has(name) || !named.has(name)) && name !== '__proto__',
    );
    if (required.length > 0) converted['required'] = [...new Set(required)];
    const more = fieldOf(schema, 'additionalProperties');
    if (typeof more === 'boolean') converted['additionalProperties'] = more;
    if (isRecord(more)) converted['additionalProperties'] = this.convert(more, depth + 1) ?? {};
    return converted;
  }

  #list(schema: JsonRecord, depth: number): JsonRecord {
    const items = fieldOf(schema, 'items');
    const first = listAt(schema, 'prefixItems').map((one) => this.convert(one, depth + 1) ?? {});
    return {
      ...(isRecord(items) ? { items: this.convert(items, depth + 1) ?? {} } : {}),
      ...(first.length > 0 ? { prefixItems: first } : {}),
    };
  }

  /** `oneOf` becomes `anyOf`: schemas that are cut short overlap. `not` and `if` would forbid too much then, and go. */
  #combined(schema: JsonRecord, depth: number): JsonRecord {
    const parts = (name: string): readonly JsonRecord[] =>
      listAt(schema, name).map((one) => this.convert(one, depth + 1) ?? {});
    const all = parts('allOf');
    const any = parts('anyOf');
    const one = parts('oneOf');
    if (any.length > 0 && one.length > 0) return { allOf: [...all, { anyOf: any }, { anyOf: one }] };
    const either = any.length > 0 ? any : one;
    return { ...(all.length > 0 ? { allOf: all } : {}), ...(either.length > 0 ? { anyOf: either } : {}) };
  }

  /** 3.0: `nullable: true` beside a type. */
  #nullable(schema: JsonRecord, converted: Record<string, unknown>): JsonRecord {
    if (this.#api.version !== '3.0' || fieldOf(schema, 'nullable') !== true) return converted;
    const { type, enum: values } = converted;
    if (typeof type !== 'string') {
      return converted['allOf'] !== undefined || converted['anyOf'] !== undefined
        ? { anyOf: [converted, { type: 'null' }] }
        : converted;
    }
    return { ...converted, type: [type, 'null'], ...(isList(values) ? { enum: [...new Set([...values, null])] } : {}) };
  }
}

/** All that is said of a schema that is not written out: its kind. */
function open(schema: unknown): JsonRecord {
  const type = fieldOf(schema, 'type');
  if (fieldOf(schema, 'nullable') === true) return {};
  return typeof type === 'string' && TYPES.has(type) ? { type } : {};
}

function isLegal(name: string, value: unknown): boolean {
  if (name === 'multipleOf') return typeof value === 'number' && value > 0;
  if (NUMBERS.has(name)) return typeof value === 'number';
  if (COUNTS.has(name)) return typeof value === 'number' && value >= 0;
  if (name === 'const') return value !== undefined && (typeof value !== 'object' || value === null);
  if (name === 'uniqueItems' || name === 'deprecated') return value === true;
  return typeof value === 'string' && value.length <= MOST_PLAIN_LETTERS;
}

export function shortened(text: string, letters: number): string {
  if (letters <= 0) return '';
  const plain = text.trim();
  return plain.length <= letters ? plain : `${plain.slice(0, letters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
