// Long because each case has its own sample.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, isCollection, isMap, isScalar, parseDocument, visit } from 'yaml';
import { ConfigFault } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';
import type { FormatId } from '../formats/formats.ts';
import { asJson, isList, isObject, sameValue, valueAt, withValue } from '../formats/json-value.ts';
import type { JsonObject, JsonValue } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import { planFile } from './plan-file.ts';
import { undoFile } from './undo-file.ts';
import type { FileWant } from './want.ts';

/** What a tool's file holds says nothing about how it is spelt: each format has many shapes for the same thing. */
type Choose = (of: number) => number;

const key = fc.constantFrom('env', 'model_providers', 'purser', 'relay', 'x-y', 'a.b', 'ümlaut', '1', 'two words');
const scalar = fc.oneof(
  fc.constantFrom(
    'plain',
    'with # hash',
    "it's",
    'a "quote"',
    'C:\\x',
    '- dash',
    '{ brace',
    'key: value',
    ' ',
    'two\nlines',
    '',
  ),
  fc.integer({ min: -99, max: 99 }),
  fc.boolean(),
);
const { object } = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, scalar, fc.array(scalar, { maxLength: 3 }), tie('object')),
  object: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));
const choices = fc.array(fc.nat(59), { minLength: 1, maxLength: 24 });
const OURS = { name: 'Purser', base_url: 'http://127.0.0.1:4141/openai/v1', args: ['a', 'b'], on: true };
const never = (): boolean => false;

const SHAPES: Readonly<Record<Exclude<FormatId, 'strict-json'>, (root: JsonObject, choose: Choose) => string>> = {
  toml: tomlText,
  yaml: yamlText,
  json5: json5Text,
  jsonc: jsoncText,
};

describe.each(['toml', 'yaml', 'json5', 'jsonc'] as const)('every legal shape of a %s file', (formatId) => {
  const format = FORMATS[formatId];

  it('takes our values or says truly why not, and gives them back', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        object,
        fc.array(key, { minLength: 1, maxLength: 2 }),
        choices,
        fc.constantFrom('', 'bom', 'crlf'),
        (root, path, picks, bytes) => {
          const plain = SHAPES[formatId](root, chooser(picks));
          // With remarks inside flow, the printer of YAML writes something else.
          if (formatId === 'yaml') fc.pre(isYamlOf(plain, root));
          // The generator itself: what it spells out is the document.
          expect(sameValue(format.parse(plain) ?? {}, root)).toBe(true);
          const before = bytes === 'bom' ? `\uFEFF${plain}` : bytes === 'crlf' ? plain.replaceAll('\n', '\r\n') : plain;
          const want: FileWant = {
            kind: 'entries',
            file: 'f',
            format: formatId,
            entries: [
              { at: path, value: OURS },
              { at: ['selected'], value: 'purser' },
            ],
          };
          if (!path.slice(0, -1).every((_, index) => mayHold(root, path.slice(0, index + 1)))) {
            expect(() => planFile(before, want, 'tool')).toThrow(/is not a group of settings here/);
            return;
          }
          const { after, done, olds } = planFile(before, want, 'tool');
          const fields = Object.entries(mayHold(root, path) ? OURS : {});
          const merged = fields.reduce<JsonValue | undefined>(
            (all, [name, value]) => withValue(all, [...path, name], value),
            root,
          );
          const expected = withValue(
            fields.length === 0 ? withValue(root, path, OURS) : merged,
            ['selected'],
            'purser',
          );
          expect(sameValue(format.parse(plainText(after)), expected)).toBe(true);
          if (before.includes('\r\n')) expect(after).not.toMatch(/(?<!\r)\n/);
          expect(planFile(after, want, 'tool').after).toBe(after);
          const undone = undoFile(after, { done, olds, made: false, isSubKey: never });
          expect(undone.stays).toEqual([]);
          expect(tidy(format.parse(plainText(undone.after ?? '')))).toEqual(tidy(root));
          // A remark inside a value that we replaced went with it; only the sealed copy has it.
          if (mayHold(root, path)) expect(wordsOf(undone.after ?? '')).toEqual(wordsOf(before));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the same setting in other words', () => {
  const relay = { name: 'Purser', base_url: 'u' };
  const into = (format: FormatId, text: string, at: readonly string[] = ['model_providers', 'purser']): string =>
    planFile(text, { kind: 'entries', file: 'f', format, entries: [{ at, value: relay }] }, 'tool').after;

  it.each([
    [
      'an inline table',
      'model_providers = { relay = { name = "R" } }\n',
      'model_providers = { relay = { name = "R" }, purser = { name = "Purser", base_url = "u" } }\n',
    ],
    ['an empty one', 'model_providers = {}\n', 'model_providers = { purser = { name = "Purser", base_url = "u" } }\n'],
    [
      'an inline table over lines',
      'model_providers = {\n  relay = {}, # mine\n}\n',
      'model_providers = {\n  relay = {}, purser = { name = "Purser", base_url = "u" }, # mine\n}\n',
    ],
    [
      'an inline table with dotted keys',
      'model_providers = { purser.name = "old" }\n',
      'model_providers = { purser.name = "Purser", purser.base_url = "u" }\n',
    ],
    [
      'dotted keys at the root',
      'model_providers.purser.name = "old" # mine\n',
      'model_providers.purser.name = "Purser" # mine\nmodel_providers.purser.base_url = "u"\n',
    ],
    [
      'dotted keys under a header',
      '[model_providers]\n"purser".name = "old"\n\n[z]\n',
      '[model_providers]\n"purser".name = "Purser"\npurser.base_url = "u"\n\n[z]\n',
    ],
    [
      'a table above that comes later',
      '[model_providers.relay]\nname = "R"\n[model_providers]\n',
      '[model_providers.relay]\nname = "R"\n[model_providers]\n\n[model_providers.purser]\nname = "Purser"\nbase_url ' +
        '= "u"\n',
    ],
  ])('TOML: %s', (_, before, after) => expect(into('toml', before)).toBe(after));

  it.each([
    [
      'a list of tables in its place',
      'toml',
      '[[model_providers]]\nname = "R"\n',
      '"model_providers" is not a group of settings here, so nothing can be put into it',
      undefined,
    ],
    [
      'text in its place',
      'toml',
      '\n\nmodel_providers = "none"\n',
      '"model_providers" is not a group of settings here, so nothing can be put into it',
      3,
    ],
    [
      'an alias in its place',
      'yaml',
      'a: &a\n  x: 1\nmodel_providers: *a\n',
      'Purser would have to edit the alias *a here, and its value is used elsewhere too',
      3,
    ],
    [
      'an anchor that others use',
      'yaml',
      'x: 1\nmodel_providers: &a { y: 1 }\nb: *a\n',
      '"model_providers.purser" cannot be set here without touching something else (is a key there twice, or an ' +
        'alias or an anchor in the way?)',
      2,
    ],
    [
      'two documents',
      'yaml',
      'a: 1\n---\nb: 1\n',
      'a second YAML document begins here, and Purser edits a file only where it holds one',
      2,
    ],
    [
      'a key twice',
      'jsonc',
      '{\n "model_providers": {},\n "model_providers": { "a": 1 }\n}',
      '"model_providers.purser" cannot be set here without touching something else (is a key there twice, or an ' +
        'alias or an anchor in the way?)',
      2,
    ],
  ] as const)('%s is refused in a true sentence', (_, format, before, message, line) => {
    expect(() => into(format, before)).toThrow(expect.objectContaining({ name: 'ConfigFault', message, line }));
  });

  it('YAML: a merge key keeps what it brings in, and an anchor of its own stays', () => {
    const before = 'base: &base\n  x: 1\nmodel_providers: &mine\n  <<: *base\n';
    expect(into('yaml', before)).toBe(`${before}  purser:\n    name: Purser\n    base_url: u\n`);
  });
});

it.each([
  ['strict-json', '{"a":'.repeat(8_000)],
  ['jsonc', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['json5', '{a:'.repeat(8_000)],
  ['toml', `a = ${'['.repeat(9_000)}${']'.repeat(9_000)}\n`],
  ['toml', `${Array.from({ length: 9_000 }, () => 'a').join('.')} = 1\n`],
  ['yaml', '- '.repeat(9_000)],
  ['yaml', `${'{a: '.repeat(9_000)}1${'}'.repeat(9_000)}\n`],
  ['yaml', 'a: &a [*a]\n'],
  [
    'yaml',
    `a: &a [x, x, x, x]\n${Array.from(
      { length: 12 },
      (_, index) =>
        `${'b'.repeat(index + 1)}: &${'b'.repeat(index + 1)} [${Array(6)
          .fill(`*${'b'.repeat(index) || 'a'}`)
          .join(', ')}]\n`,
    ).join('')}`,
  ],
] as const)(
  'a %s file that is nested to make its reader fall over is a file that cannot be read: %#',
  (format, text) => {
    expect(() => FORMATS[format].parse(text)).toThrow(ConfigFault);
  },
);

function isYamlOf(text: string, root: JsonObject): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && sameValue(asJson(document.toJS() ?? {}), root);
}

/** The comments, in their order. */
function wordsOf(text: string): readonly string[] {
  return text.match(/a word of the person|about it|the end/g) ?? [];
}

/** Empty containers and absent ones count as the same. */
function tidy(value: JsonValue | undefined): unknown {
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const rest = tidy(inner);
    return rest === undefined ? [] : [[name, rest]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Whether an object stands at that path, or nothing. */
function mayHold(root: JsonObject, path: readonly string[]): boolean {
  const found = valueAt(root, path);
  return found === undefined || isObject(found);
}

function chooser(picks: readonly number[]): Choose {
  let at = 0;
  return (of) => (picks[at++ % picks.length] ?? 0) % of;
}

function tomlText(root: JsonObject, choose: Choose): string {
  const word = (text: string): string =>
    /^[\w-]+$/.test(text) && choose(3) > 0
      ? text
      : /['\n]/.test(text) || choose(2) === 0
        ? JSON.stringify(text)
        : `'${text}'`;
  const remark = (): string => ['', '', ' # a word of the person'][choose(3)] ?? '';
  const inline = (value: JsonValue): string => {
    if (isList(value)) return `[${value.map(inline).join(choose(2) === 0 ? ', ' : ',\n  ')}]`;
    if (!isObject(value))
      return typeof value === 'string' && value.includes('\n') && choose(2) === 0
        ? `"""\n${value}"""`
        : typeof value === 'string'
          ? word2(value)
          : JSON.stringify(value);
    const pairs = Object.entries(value).map(([name, inner]) =>
      isObject(inner) && Object.keys(inner).length > 0 && choose(3) === 0
        ? dotted(word(name), inner)
            .map(([keys, leaf]) => `${keys} = ${inline(leaf)}`)
            .join(', ')
        : `${word(name)} = ${inline(inner)}`,
    );
    return [`{ ${pairs.join(', ')} }`, `{${pairs.join(',')}}`][choose(2)] ?? '';
  };
  const word2 = (text: string): string => (/['\n]/.test(text) || choose(2) === 0 ? JSON.stringify(text) : `'${text}'`);
  const dotted = (start: string, value: JsonObject): readonly (readonly [string, JsonValue])[] =>
    Object.entries(value).flatMap(([name, inner]): readonly (readonly [string, JsonValue])[] =>
      isObject(inner) && Object.keys(inner).length > 0
        ? dotted(`${start}${choose(2) === 0 ? '.' : ' . '}${word(name)}`, inner)
        : [[`${start}.${word(name)}`, inner]],
    );
  const table = (
    header: string | null,
    value: JsonObject,
  ): { readonly pairs: string; readonly blocks: readonly string[] } => {
    let pairs = '';
    const blocks: string[] = [];
    for (const [name, inner] of Object.entries(value)) {
      const how = isObject(inner) ? choose(3) : 0;
      if (isObject(inner) && how === 1 && Object.keys(inner).length > 0)
        pairs += dotted(word(name), inner)
          .map(([keys, leaf]) => `${keys} = ${inline(leaf)}${remark()}\n`)
          .join('');
      else if (isObject(inner) && how === 2) {
        const path = header === null ? word(name) : `${header}.${word(name)}`;
        const below = table(path, inner);
        const own =
          below.pairs === '' && below.blocks.length > 0 && choose(2) === 0
            ? []
            : [`[${path}]${remark()}\n${below.pairs}`];
        // The table above may come after those below it.
        blocks.push(...(choose(3) === 0 ? [...below.blocks, ...own] : [...own, ...below.blocks]));
      } else pairs += `${word(name)}${['=', ' = ', '  =  '][choose(3)] ?? '='}${inline(inner)}${remark()}\n`;
    }
    return { pairs, blocks };
  };
  const { pairs, blocks } = table(null, root);
  return `${
    ['', '# a word of the person\n\n'][choose(2)] ?? ''
  }${pairs}${blocks.map((block) => `${['', '\n', '\n# about it\n'][choose(3)] ?? ''}${block}`).join('')}`;
}

function yamlText(root: JsonObject, choose: Choose): string {
  const document = new Document(root);
  visit(document, (where, node) => {
    if (isCollection(node) && where !== null) node.flow = choose(4) === 0;
    if (isScalar(node) && choose(5) === 0) node.comment = ' a word of the person';
    if (isScalar(node) && typeof node.value === 'string')
      node.type =
        (['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const)[
          choose(where === 'key' ? 3 : 5)
        ] ?? 'PLAIN';
    if (isMap(node) && choose(6) === 0) node.commentBefore = ' about it';
    return undefined;
  });
  const text = document.toString({
    indent: 1 + choose(4),
    indentSeq: choose(2) === 0,
    flowCollectionPadding: choose(2) === 0,
    lineWidth: choose(2) === 0 ? 0 : 20,
  });
  return Object.keys(root).length === 0
    ? '# a word of the person\n'
    : `${['', '---\n', '%YAML 1.2\n---\n', '# a word of the person\n\n'][choose(4)] ?? ''}${text}`;
}

function json5Text(root: JsonObject, choose: Choose): string {
  const quoted = (text: string): string =>
    choose(2) === 0
      ? JSON.stringify(text)
      : `'${JSON.stringify(text)
          .slice(1, -1)
          .replaceAll(String.raw`\"`, '"')
          .replaceAll("'", String.raw`\'`)}'`;
  const name = (text: string): string =>
    /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(text) && choose(2) === 0
      ? choose(4) === 0
        ? `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}${text.slice(1)}`
        : text
      : quoted(text);
  const number = (value: number): string =>
    value > 0
      ? ([String(value), `+${value}`, `0x${value.toString(16)}`, `${value}.`, `${value}e0`][choose(5)] ?? String(value))
      : JSON.stringify(value);
  return braces(root, choose, {
    name,
    scalar: (value) =>
      typeof value === 'string' ? quoted(value) : typeof value === 'number' ? number(value) : JSON.stringify(value),
  });
}

function jsoncText(root: JsonObject, choose: Choose): string {
  return braces(root, choose, { name: JSON.stringify, scalar: JSON.stringify });
}

function braces(
  root: JsonObject,
  choose: Choose,
  say: {
    readonly name: (text: string) => string;
    readonly scalar: (value: string | number | boolean | null) => string;
  },
): string {
  const gap = (): string => ['', ' ', '\n', '\n  ', ' // a word of the person\n', ' /* a word */ '][choose(6)] ?? '';
  const print = (value: JsonValue): string => {
    if (!isList(value) && !isObject(value)) return say.scalar(value);
    const items = isList(value)
      ? value.map(print)
      : Object.entries(value).map(([name, inner]) => `${say.name(name)}${gap()}:${gap()}${print(inner)}`);
    const body = items
      .map((item, index) => `${gap()}${item}${gap()}${index < items.length - 1 || choose(3) === 0 ? ',' : ''}`)
      .join('');
    return isList(value) ? `[${body}${gap()}]` : `{${body}${gap()}}`;
  };
  return `${gap()}${print(root)}${['\n', '', '\n// the end\n'][choose(3)] ?? ''}`;
}
