import { isCollection, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { ConfigFault } from './format.ts';
import type { Format } from './format.ts';
import { asJson, isList, isObject, withValue } from './json-value.ts';
import type { JsonValue, PlainPath } from './json-value.ts';

/** YAML, edited in place by the positions of its nodes: what is around the edit keeps its bytes. */
export const yaml: Format = {
  parse(text) {
    const { contents, document } = read(text);
    return contents === null ? undefined : asJson(document.toJS());
  },
  set(text, path, value) {
    const { contents } = read(text);
    if (contents === null) return `${closed(text)}${print(withValue(undefined, path, value) ?? null)}\n`;
    const { node, rest, key } = deepest(contents, path);
    const [step, ...deeper] = rest;
    // Something stands there that is replaced: the value itself, or what is no container for it.
    if (step === undefined || !isCollection(node)) return replace(text, node, key, withValue(undefined, rest, value) ?? null);
    const inner = withValue(undefined, deeper, value) ?? null;
    if (node.flow === true || node.items.length === 0) return replace(text, node, key, withValue(asJson(node.toJSON()), rest, value) ?? null);
    const lines = isSeq(node) ? print([inner]) : print({ [step]: inner });
    return insertAfter(text, rangeOf(node)[1], indent(lines, columnOf(text, rangeOf(node)[0])));
  },
  range(text, path) {
    const { contents } = read(text);
    const found = contents && deepest(contents, path);
    // A block's indentation is part of the lines around it.
    if (!found || found.rest.length > 0 || (isCollection(found.node) && found.node.flow !== true)) return undefined;
    const [from, to] = rangeOf(found.node);
    return text.slice(from, to).includes('\n') ? undefined : [from, to];
  },
  remove(text, path) {
    const { contents } = read(text);
    const name = path.at(-1);
    const parent = contents && deepest(contents, path.slice(0, -1));
    if (!parent || parent.rest.length > 0 || name === undefined || !isCollection(parent.node)) return text;
    const { node, key } = parent;
    if (node.flow === true || node.items.length === 1) return replace(text, node, key, withValue(asJson(node.toJSON()), [name], undefined) ?? null);
    return cutItem(text, node, name);
  },
};

interface Parsed {
  readonly document: Document.Parsed;
  readonly contents: Node | null;
}

function read(text: string): Parsed {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [first] = document.errors;
  if (first) throw new ConfigFault('this is not valid YAML', counter.linePos(first.pos[0]).line);
  return { document, contents: document.contents };
}

interface Place {
  readonly node: Node;
  /** Where the key of the node ends, when it is the value of a pair. */
  readonly key: number | undefined;
  /** What of the path is not there. */
  readonly rest: PlainPath;
}

function deepest(node: Node, path: PlainPath, key?: number): Place {
  const [step, ...rest] = path;
  const here: Place = { node, key, rest: path };
  if (step === undefined) return here;
  if (isSeq<Node>(node) && typeof step === 'number') {
    const item = node.items[step];
    return item ? deepest(item, rest) : here;
  }
  const pair = pairOf(node, step);
  return pair?.value ? deepest(pair.value, rest, rangeOf(pair.key)[1]) : here;
}

function pairOf(node: Node, step: string | number): Pair<Node, Node | null> | undefined {
  if (!isMap<Node, Node | null>(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step));
}

function rangeOf(node: Node): readonly [number, number, number] {
  if (!node.range) throw new TypeError('a parsed YAML node has no range');
  return node.range;
}

function print(value: JsonValue): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function indent(lines: string, column: number): string {
  return lines.split('\n').map((line) => `${' '.repeat(column)}${line}\n`).join('');
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function closed(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** On lines of their own behind what ends at `offset`, and behind a comment on the same line. */
function insertAfter(text: string, offset: number, lines: string): string {
  if (offset > 0 && text[offset - 1] === '\n') return text.slice(0, offset) + lines + text.slice(offset);
  const end = text.indexOf('\n', offset);
  return end === -1 ? `${text}\n${lines}` : text.slice(0, end + 1) + lines + text.slice(end + 1);
}

/** Puts a value where a node stands: on the line when it fits there, below its key otherwise. */
function replace(text: string, node: Node, key: number | undefined, value: JsonValue): string {
  const [from, to] = rangeOf(node);
  const tail = text.slice(trimmedEnd(text, from, to));
  const fitsLine = !isCollectionValue(value) || (isCollection(node) && node.flow === true) || key === undefined;
  if (key === undefined && isCollectionValue(value) && !isFlow(node)) return text.slice(0, from) + print(value) + tail;
  const start = key === undefined ? from : text.indexOf(':', key) + 1;
  if (fitsLine) return `${text.slice(0, start)}${key === undefined ? '' : ' '}${inline(value)}${tail}`;
  const column = columnOf(text, text.lastIndexOf('\n', start) + 1 + leading(text, start)) + 2;
  return `${text.slice(0, start)}\n${indent(print(value), column).trimEnd()}${tail}`;
}

function isFlow(node: Node): boolean {
  return isCollection(node) && node.flow === true;
}

function leading(text: string, offset: number): number {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ -]*/.exec(line)?.[0].length ?? 0;
}

/** A block ends with the line break of its last line, which stays. */
function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text[end - 1] === '\n') end -= 1;
  return end;
}

function isCollectionValue(value: JsonValue): boolean {
  return (isList(value) && value.length > 0) || (isObject(value) && Object.keys(value).length > 0);
}

/** JSON is flow YAML. */
function inline(value: JsonValue): string {
  return isList(value) || isObject(value) ? JSON.stringify(value) : print(value);
}

function cutItem(text: string, node: YAMLMap | YAMLSeq, name: string | number): string {
  const index = isSeq(node) ? Number(name) : node.items.findIndex((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(name));
  const starts = node.items.map((item) => startOf(text, item));
  const from = starts[index];
  if (from === undefined) return text;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const next = starts[index + 1];
  // The first key of a list's element shares its line with the dash.
  if (text.slice(lineStart, from).trim() !== '') return next === undefined ? text : text.slice(0, from) + text.slice(next);
  const end = endOf(node.items[index]);
  const lineEnd = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1 || text.length;
  return text.slice(0, lineStart) + text.slice(lineEnd);
}

function startOf(text: string, item: unknown): number {
  if (isPair<Node, Node | null>(item)) return rangeOf(item.key)[0];
  return text.lastIndexOf('-', rangeOf(asNode(item))[0] - 1);
}

function endOf(item: unknown): number {
  if (isPair<Node, Node | null>(item)) return rangeOf(item.value ?? item.key)[1];
  return rangeOf(asNode(item))[1];
}

function asNode(item: unknown): Node {
  if (isCollection(item) || isScalar(item)) return item;
  throw new ConfigFault('an alias stands where Purser would have to edit', 1);
}
