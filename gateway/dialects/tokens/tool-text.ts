import type { JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';

/** No schema has more levels; what has counts as its JSON. */
const MOST_LEVELS = 40;
/**
 * So many times its JSON may be written at most: parts that are referred to again and again would double with every
 * level. What needs more counts as its JSON.
 */
const MOST_TIMES = 4;
/** What any part of a schema costs to look at, in characters. */
const PART = 8;

/** One tool as it is written. */
interface Writing {
  readonly root: JsonObject;
  /** Characters that may still be written. */
  left: number;
}
/** Words of a schema that its form below says already. What else stands there is told as a comment. */
const SAID = new Set([
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
 * words for types stand. Source: what models repeat of it; measured on recorded requests, see `openai-frame.ts`.
 * @returns undefined for what has another form: that counts as its JSON
 */
export function toolText(tool: JsonObject): string | undefined {
  const own = isObject(tool['function']) ? tool['function'] : tool;
  const { name, description, parameters } = own;
  if ((tool['type'] ?? 'function') !== 'function' || typeof name !== 'string') return undefined;
  const root = isObject(parameters) ? parameters : {};
  const said = typeof description === 'string' ? `// ${description}\n` : '';
  const shape = typeText(root, { root, left: MOST_TIMES * (JSON.stringify(root).length + PART) }, 0);
  return shape === undefined ? undefined : `${said}type ${name} = (_: ${shape}) => any;\n`;
}

function typeText(schema: unknown, writing: Writing, level: number): string | undefined {
  writing.left -= PART;
  if (!isObject(schema)) return schema === undefined || typeof schema === 'boolean' ? 'any' : undefined;
  if (level > MOST_LEVELS || writing.left < 0) return undefined;
  const { type, enum: values, const: value, items, $ref: reference } = schema;
  if (typeof reference === 'string') {
    writing.left -= reference.length;
    return typeText(resolve(reference, writing.root), writing, level + 1);
  }
  if (value !== undefined) return written(writing, JSON.stringify(value));
  if (Array.isArray(values)) return written(writing, values.map((one) => JSON.stringify(one)).join(' | '));
  for (const word of ['anyOf', 'oneOf', 'allOf'] as const) {
    const list = schema[word];
    if (Array.isArray(list))
      return join(
        list.map((one) => typeText(one, writing, level + 1)),
        word === 'allOf' ? ' & ' : ' | ',
      );
  }
  if (Array.isArray(type))
    return join(
      type.map((one: unknown) => typeText({ ...schema, type: one }, writing, level + 1)),
      ' | ',
    );
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

/** Its description, and whatever else its schema says. */
function commentsOf(schema: unknown): string {
  if (!isObject(schema)) return '';
  const { description } = schema;
  const others = Object.entries(schema).filter(([word]) => !SAID.has(word));
  const said = typeof description === 'string' ? [`// ${description}\n`] : [];
  return [...said, ...others.map(([word, value]) => `// ${word}: ${JSON.stringify(value)}\n`)].join('');
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
