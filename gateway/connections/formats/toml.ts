import { getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import { ConfigFault } from './format.ts';
import type { Format } from './format.ts';
import { asJson, isList, isObject, sameValue, withValue } from './json-value.ts';
import type { JsonObject, JsonValue, PlainPath } from './json-value.ts';

type Keyed = AST.TOMLKeyValue;
type Holder = AST.TOMLTopLevelTable | AST.TOMLTable | AST.TOMLInlineTable;

/**
 * TOML, edited at the change and nowhere else: comments, order, spacing and the spelling of tables stay.
 */
export const toml: Format = {
  parse: (text) => asJson(getStaticTOMLValue(read(text))),
  set(text, path, value) {
    const top = topOf(read(text));
    const found = findKeyed(top, path);
    if (found) return splice(text, found.value.range, valueText(value));
    const inline = inlineAbove(top, path);
    if (inline) return intoInline(text, inline.table, pairText(inline.table, inline.base, path, value));
    if (isObject(value)) return append(text, tableText(path, value));
    const parent = path.slice(0, -1);
    const name = path.at(-1) ?? '';
    const table = tables(top).find((one) => one.kind === 'standard' && samePath(one.resolvedKey, parent));
    const line = `${keyText(name)} = ${valueText(value)}\n`;
    if (table) return insertAfter(text, (table.body.at(-1) ?? table.key).range[1], line);
    const dotted = parent.length === 0 ? undefined : dottedUnder(top, parent);
    if (dotted)
      return insertAfter(
        text,
        dotted.keyed.range[1],
        `${keysText(path.slice(dotted.base.length))} = ${valueText(value)}\n`,
      );
    if (parent.length > 0) return append(text, tableText(parent, { [name]: value }));
    // Root keys stand before the first table.
    const last = top.body.findLast((node) => node.type === 'TOMLKeyValue');
    return last ? insertAfter(text, last.range[1], line) : `${line}${startsWithTable(text) ? '\n' : ''}${text}`;
  },
  range: (text, path) => findKeyed(topOf(read(text)), path)?.value.range,
  remove(text, path) {
    const piece = piecesUnder(topOf(read(text)), path).at(-1);
    if (!piece) return text;
    const { node, inline } = piece;
    if (node.type === 'TOMLTable') return toml.remove(cutTable(text, node.range), path);
    return toml.remove(inline ? outOfInline(text, inline, node) : cutLines(text, node.range), path);
  },
};

/** 1.1 takes all of 1.0, and line breaks and a last comma in inline tables. */
function read(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text, { tomlVersion: '1.1' });
  } catch (error) {
    if (error instanceof ParseError) throw new ConfigFault('this is not valid TOML', error.lineNumber);
    throw error;
  }
}

function topOf(program: AST.TOMLProgram): AST.TOMLTopLevelTable {
  return program.body[0];
}

function tables(top: AST.TOMLTopLevelTable): readonly AST.TOMLTable[] {
  return top.body.filter((node) => node.type === 'TOMLTable');
}

function namesOf(key: AST.TOMLKey): readonly string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
}

function samePath(left: PlainPath, right: PlainPath): boolean {
  return sameValue([...left], [...right]);
}

/** Finds a `key = value` by its whole path, also behind dotted keys and in inline tables. */
function findKeyed(holder: Holder, path: PlainPath, base: PlainPath = []): Keyed | undefined {
  for (const node of holder.body) {
    if (node.type === 'TOMLTable') {
      const found = findKeyed(node, path, node.resolvedKey);
      if (found) return found;
      continue;
    }
    const here = [...base, ...namesOf(node.key)];
    if (samePath(here, path)) return node;
    if (node.value.type === 'TOMLInlineTable' && samePath(here, path.slice(0, here.length))) {
      const found = findKeyed(node.value, path, here);
      if (found) return found;
    }
  }
  return undefined;
}

/** The innermost inline table on the way to `path`: a value at `path` can stand nowhere else. */
function inlineAbove(
  top: AST.TOMLTopLevelTable,
  path: PlainPath,
): { readonly table: AST.TOMLInlineTable; readonly base: PlainPath } | undefined {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const base = path.slice(0, length);
    const table = findKeyed(top, base)?.value;
    if (table?.type === 'TOMLInlineTable') return { table, base };
  }
  return undefined;
}

/**
 * The last dotted key that makes the table at `path`, and what stands before its dots: a header may not name that table
 * again.
 */
function dottedUnder(
  top: AST.TOMLTopLevelTable,
  path: PlainPath,
): { readonly keyed: Keyed; readonly base: PlainPath } | undefined {
  return top.body
    .flatMap((node) =>
      node.type === 'TOMLTable'
        ? node.body.map((keyed) => ({ keyed, base: node.resolvedKey }))
        : [{ keyed: node, base: [] }],
    )
    .findLast(({ keyed, base }) => base.length < path.length && isBelow([...base, ...namesOf(keyed.key)], path));
}

function isBelow(full: PlainPath, path: PlainPath): boolean {
  return full.length > path.length && samePath(full.slice(0, path.length), path);
}

/** `path` as a pair of an inline table, behind as many dots as the table itself has on the way there. */
function pairText(table: AST.TOMLInlineTable, base: PlainPath, path: PlainPath, value: JsonValue): string {
  let length = base.length + 1;
  while (
    length < path.length &&
    table.body.some(({ key }) => isBelow([...base, ...namesOf(key)], path.slice(0, length)))
  )
    length += 1;
  return (
    `${keysText(path.slice(base.length, length))} ` +
    `= ${valueText(withValue(undefined, path.slice(length), value) ?? '')}`
  );
}

interface Piece {
  readonly node: Keyed | AST.TOMLTable;
  /** The table it stands in, when that is an inline one. */
  readonly inline?: AST.TOMLInlineTable;
}

/** All nodes that spell out a value: a pair, a header and the headers below it, dotted keys; in the text's order. */
function piecesUnder(holder: Holder, path: PlainPath, base: PlainPath = []): readonly Piece[] {
  return holder.body.flatMap((node): readonly Piece[] => {
    if (node.type === 'TOMLTable')
      return isAtOrBelow(node.resolvedKey, path) ? [{ node }] : piecesUnder(node, path, node.resolvedKey);
    const full = [...base, ...namesOf(node.key)];
    if (isAtOrBelow(full, path)) return [{ node, ...(holder.type === 'TOMLInlineTable' ? { inline: holder } : {}) }];
    return node.value.type === 'TOMLInlineTable' && isBelow(path, full) ? piecesUnder(node.value, path, full) : [];
  });
}

function isAtOrBelow(full: PlainPath, path: PlainPath): boolean {
  return samePath(full.slice(0, path.length), path);
}

function splice(text: string, [from, to]: readonly [number, number], inserted: string): string {
  return text.slice(0, from) + inserted + text.slice(to);
}

/** On a line of its own behind the line that holds `offset`. */
function insertAfter(text: string, offset: number, line: string): string {
  const end = text.indexOf('\n', offset);
  return end === -1 ? `${text}\n${line}` : splice(text, [end + 1, end + 1], line);
}

function intoInline(text: string, table: AST.TOMLInlineTable, pair: string): string {
  const last = table.body.at(-1);
  return last ? splice(text, [last.range[1], last.range[1]], `, ${pair}`) : splice(text, table.range, `{ ${pair} }`);
}

function outOfInline(text: string, table: AST.TOMLInlineTable, keyed: Keyed): string {
  const index = table.body.indexOf(keyed);
  const next = table.body[index + 1];
  const before = table.body[index - 1];
  if (before) return splice(text, [before.range[1], keyed.range[1]], '');
  return next ? splice(text, [keyed.range[0], next.range[0]], '') : splice(text, table.range, '{}');
}

/** The lines of a pair, with a comment behind it, which was about the pair. */
function cutLines(text: string, [from, to]: readonly [number, number]): string {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to);
  return splice(text, [start, end === -1 ? text.length : end + 1], '');
}

/** A table with the one empty line that {@link append} put before it. */
function cutTable(text: string, range: readonly [number, number]): string {
  const cut = cutLines(text, range);
  const at = text.lastIndexOf('\n', range[0] - 1) + 1;
  return cut.slice(0, at).endsWith('\n\n') ? splice(cut, [at - 1, at], '') : cut;
}

function startsWithTable(text: string): boolean {
  return /^\s*\[/.test(text);
}

function append(text: string, block: string): string {
  if (text.trim() === '') return text + block;
  return `${text}${text.endsWith('\n') ? '' : '\n'}\n${block}`;
}

/** A table of its own with its plain values; tables inside follow. */
function tableText(path: PlainPath, value: JsonObject): string {
  const plain = Object.entries(value).filter(([, inner]) => !isObject(inner));
  const nested = Object.entries(value).flatMap(([key, inner]) =>
    isObject(inner) ? [tableText([...path, key], inner)] : [],
  );
  return [
    `[${path.map(keyText).join('.')}]\n${plain
      .map(([key, inner]) => `${keyText(key)} = ${valueText(inner)}\n`)
      .join('')}`,
    ...nested,
  ].join('\n');
}

function keysText(path: PlainPath): string {
  return path.map(keyText).join('.');
}

function keyText(key: string | number): string {
  const text = String(key);
  return /^[A-Za-z0-9_-]+$/.test(text) ? text : stringText(text);
}

/** JSON's numbers and booleans are TOML's too, and so are its strings but for one character. */
function valueText(value: JsonValue): string {
  if (isList(value)) return `[${value.map(valueText).join(', ')}]`;
  if (isObject(value))
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${keyText(key)} = ${valueText(inner)}`)
      .join(', ')} }`;
  return typeof value === 'string' ? stringText(value) : JSON.stringify(value);
}

function stringText(text: string): string {
  return JSON.stringify(text).replaceAll('\u007F', String.raw`\u007F`);
}
