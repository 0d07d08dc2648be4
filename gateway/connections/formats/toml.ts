import { getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import { ConfigFault } from './format.ts';
import type { Format } from './format.ts';
import { asJson, isList, isObject, sameValue } from './json-value.ts';
import type { JsonObject, JsonValue, PlainPath } from './json-value.ts';

type Keyed = AST.TOMLKeyValue;
type Holder = AST.TOMLTopLevelTable | AST.TOMLTable | AST.TOMLInlineTable;

/** TOML, edited where the change is and nowhere else: comments, order and spacing stay. */
export const toml: Format = {
  parse: (text) => asJson(getStaticTOMLValue(read(text))),
  set(text, path, value) {
    const top = topOf(read(text));
    const found = findKeyed(top, path);
    if (found) return splice(text, found.value.range, valueText(value));
    const parent = path.slice(0, -1);
    const name = path.at(-1) ?? '';
    if (isObject(value)) return append(text, tableText(path, value));
    const table = tables(top).find((one) => one.kind === 'standard' && samePath(one.resolvedKey, parent));
    const line = `${keyText(name)} = ${valueText(value)}\n`;
    if (table) return insertAfter(text, (table.body.at(-1) ?? table.key).range[1], line);
    const inline = findKeyed(top, parent)?.value;
    if (inline?.type === 'TOMLInlineTable') return intoInline(text, inline, line.trimEnd());
    if (parent.length > 0) return append(text, tableText(parent, { [name]: value }));
    // Root keys stand before the first table.
    const last = top.body.findLast((node) => node.type === 'TOMLKeyValue');
    return last ? insertAfter(text, last.range[1], line) : `${line}${startsWithTable(text) ? '\n' : ''}${text}`;
  },
  range: (text, path) => findKeyed(topOf(read(text)), path)?.value.range,
  remove(text, path) {
    const top = topOf(read(text));
    const keyed = findKeyed(top, path);
    const inner = keyed && inlineOf(top, keyed);
    if (keyed && inner) return outOfInline(text, inner, keyed);
    if (keyed) return cutLines(text, keyed.range);
    // From the end, so that the earlier places stay true.
    return piecesUnder(top, path).toReversed().reduce((rest, piece) => (piece.type === 'TOMLTable' ? cutTable : cutLines)(rest, piece.range), text);
  },
};

function read(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
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

/** Whatever spells out a table: its own header, the headers below it, and dotted keys. */
function piecesUnder(top: AST.TOMLTopLevelTable, path: PlainPath): readonly (Keyed | AST.TOMLTable)[] {
  const isUnder = (full: PlainPath): boolean => samePath(full.slice(0, path.length), path);
  return top.body.flatMap((node): readonly (Keyed | AST.TOMLTable)[] => {
    if (node.type === 'TOMLKeyValue') return isUnder(namesOf(node.key)) ? [node] : [];
    return isUnder(node.resolvedKey) ? [node] : node.body.filter((keyed) => isUnder([...node.resolvedKey, ...namesOf(keyed.key)]));
  });
}

function inlineOf(holder: Holder, keyed: Keyed): AST.TOMLInlineTable | undefined {
  for (const node of holder.body) {
    if (node.type === 'TOMLTable') {
      const found = inlineOf(node, keyed);
      if (found) return found;
    } else if (node.value.type === 'TOMLInlineTable') {
      if (node.value.body.includes(keyed)) return node.value;
      const found = inlineOf(node.value, keyed);
      if (found) return found;
    }
  }
  return undefined;
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
  return splice(text, [keyed.range[0], next?.range[0] ?? keyed.range[1]], '');
}

/** The lines of a pair, with a comment behind it: it spoke about what is gone. */
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
  const nested = Object.entries(value).flatMap(([key, inner]) => (isObject(inner) ? [tableText([...path, key], inner)] : []));
  return [`[${path.map(keyText).join('.')}]\n${plain.map(([key, inner]) => `${keyText(key)} = ${valueText(inner)}\n`).join('')}`, ...nested].join('\n');
}

function keyText(key: string | number): string {
  const text = String(key);
  return /^[A-Za-z0-9_-]+$/.test(text) ? text : JSON.stringify(text);
}

/** JSON's strings, numbers and booleans are TOML's too. */
function valueText(value: JsonValue): string {
  if (isList(value)) return `[${value.map(valueText).join(', ')}]`;
  if (isObject(value)) return `{ ${Object.entries(value).map(([key, inner]) => `${keyText(key)} = ${valueText(inner)}`).join(', ')} }`;
  return JSON.stringify(value);
}
