import type { JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';

/** No schema has more levels; one that has counts as its JSON. */
const MOST_LEVELS = 40;
/**
 * Most length of a tool's text, in lengths of its JSON: parts that are referred to again and again would double with
 * every level. A tool that needs more counts as its JSON.
 */
const MOST_TIMES = 4;
/** The cost of looking at any part of a schema, in characters. */
const PART = 8;

/** One tool as it is written. */
interface Writing {
  readonly root: JsonObject;
  /** Characters that may still be written. */
  left: number;
}
/** Words of a schema that its form below expresses already. All others become comments. */
const EXPRESSED = new Set([
  'type',
  'properties',
  'required',
  'items',
  'enum',
  'const',
  'anyOf',
  'oneOf',
  'allOf',
  '$ref',
  '$defs',
  'definitions',
  'description',
  'additionalProperties',
  'title',
  '$schema',
  'strict',
  'nullable',
]);

/**
 * A tool as OpenAI's models read it: a declaration in TypeScript, in which neither the braces of its JSON nor its own
 * words for types stand. Source: declarations that models repeat; measured on recorded requests, see `openai-frame.ts`.
 * @returns undefined for a tool of another form: it counts as its JSON
 */
export function toolText(tool: JsonObject): string | undefined {
  const own = isObject(tool['function']) ? tool['function'] : tool;
  const { name, description, parameters } = own;
  if ((tool['type'] ?? 'function') !== 'function' || typeof name !== 'string') return undefined;
  const root = isObject(parameters) ? parameters : {};
  const comment = typeof description === 'string' ? `// ${description}\n` : '';
  const shape = typeText(root, { root, left: MOST_TIMES * (JSON.stringify(root).length + PART) }, 0);
  return shape === undefined ? undefined : `${comment}type ${name} = (_: ${shape}) => any;\n`;
}

/** The operators that join the members of a combined schema. */
const OPERATORS = [
  ['anyOf', ' | '],
  ['oneOf', ' | '],
  ['allOf', ' & '],
] as const;

function typeText(schema: unknown, writing: Writing, level: number): string | undefined {
  writing.left -= PART;
  if (!isObject(schema)) return schema === undefined || typeof schema === 'boolean' ? 'any' : undefined;
  if (level > MOST_LEVELS || writing.left < 0) return undefined;
  const { enum: values, const: value, $ref: reference } = schema;
  if (typeof reference === 'string') {
    writing.left -= reference.length;
    return typeText(resolve(reference, writing.root), writing, level + 1);
  }
  if (value !== undefined) return written(writing, JSON.stringify(value));
  if (Array.isArray(values)) return written(writing, values.map((one) => JSON.stringify(one)).join(' | '));
  for (const [word, operator] of OPERATORS) {
    const list = schema[word];
    if (Array.isArray(list)) {
      const texts = list.map((one) => typeText(one, writing, level + 1));
      return join(texts, operator);
    }
  }
  return plainTypeText(schema, writing, level);
}

/** A schema that names a type, or several, or none. */
function plainTypeText(schema: JsonObject, writing: Writing, level: number): string | undefined {
  const { type, items } = schema;
  if (Array.isArray(type)) {
    const texts = type.map((one: unknown) => typeText({ ...schema, type: one }, writing, level + 1));
    return join(texts, ' | ');
  }
  if (type === 'array') {
    const item = typeText(items, writing, level + 1);
    return item === undefined ? undefined : `${item}[]`;
  }
  if (type === 'object' || isObject(schema['properties'])) return objectText(schema, writing, level);
  return typeof type === 'string' ? type : type === undefined ? 'any' : undefined;
}

function objectText(
  { properties, required, additionalProperties }: JsonObject,
  writing: Writing,
  level: number,
): string | undefined {
  const lines: string[] = [];
  const must = new Set<unknown>(Array.isArray(required) ? required : []);
  writing.left -= must.size;
  for (const [name, schema] of isObject(properties) ? Object.entries(properties) : []) {
    const shape = typeText(schema, writing, level + 1);
    if (shape === undefined) return undefined;
    lines.push(`${written(writing, commentsOf(schema) + name)}${must.has(name) ? '' : '?'}: ${shape},`);
  }
  const more = isObject(additionalProperties) ? typeText(additionalProperties, writing, level + 1) : undefined;
  if (more !== undefined) lines.push(`[key: string]: ${more},`);
  return `{\n${lines.join('\n')}\n}`;
}

function written(writing: Writing, text: string): string {
  writing.left -= text.length;
  return text;
}

/** Its description, and everything that the schema says beyond its form. */
function commentsOf(schema: unknown): string {
  if (!isObject(schema)) return '';
  const { description } = schema;
  const others = Object.entries(schema).filter(([word]) => !EXPRESSED.has(word));
  const comment = typeof description === 'string' ? [`// ${description}\n`] : [];
  return [...comment, ...others.map(([word, value]) => `// ${word}: ${JSON.stringify(value)}\n`)].join('');
}

function resolve(reference: string, root: JsonObject): unknown {
  let place: unknown = root;
  for (const part of reference
    .replace(/^#\/?/, '')
    .split('/')
    .filter((one) => one !== ''))
    place = isObject(place) ? place[part] : undefined;
  return place;
}

function join(parts: readonly (string | undefined)[], by: string): string | undefined {
  return parts.every((part) => part !== undefined) ? parts.join(by) : undefined;
}
