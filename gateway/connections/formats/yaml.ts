import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
} from 'yaml';
import type { Document, ErrorCode, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { ConfigFault, lineAt } from './format.ts';
import type { Format } from './format.ts';
import { asJson, isList, isObject, withValue } from './json-value.ts';
import type { JsonValue, PlainPath } from './json-value.ts';

/** YAML, edited in place by the positions of its nodes: everything around the edit keeps its bytes. */
export const yaml: Format = {
  parse(text) {
    const { contents, document } = read(text);
    return contents === null ? undefined : asJson(document.toJS());
  },
  set(text, path, value) {
    const { contents } = read(text);
    if (contents === null) return `${closed(text)}${print(withValue(undefined, path, value) ?? null)}\n`;
    const paths = deepest(contents, path);
    const { node, rest } = paths;
    const [step, ...deeper] = rest;
    if (isAlias(node))
      throw new ConfigFault(
        `Purser would have to edit the alias *${node.source} here, and its value is used elsewhere too`,
        lineAt(text, rangeOf(node)[0]),
      );
    // The node that stands there is replaced: the value itself, or one that is no container for it.
    if (step === undefined || !isCollection(node))
      return replace(text, paths, withValue(undefined, rest, value) ?? null);
    const inner = withValue(undefined, deeper, value) ?? null;
    const last = node.items.at(-1);
    if (last === undefined) return replace(text, paths, withValue(undefined, rest, value) ?? null);
    if (node.flow === true)
      return splice(
        text,
        endOf(last),
        endOf(last),
        `, ${isSeq(node) ? '' : `${JSON.stringify(String(step))}: `}${JSON.stringify(inner)}`,
      );
    const lines = isSeq(node) ? print([inner]) : print({ [step]: inner });
    return insertAfter(text, rangeOf(node)[1], indent(lines, columnOf(text, rangeOf(node)[0])));
  },
  prepend(text, list, value) {
    const { contents } = read(text);
    const found = contents && deepest(contents, list);
    if (!found || found.rest.length > 0 || !isSeq<Node>(found.node)) return yaml.set(text, [...list, 0], value);
    const { node, key } = found;
    const [first] = node.items;
    if (first === undefined) return yaml.set(text, [...list, 0], value);
    if (node.flow === true) return splice(text, beginOf(first), beginOf(first), `${JSON.stringify(value)}, `);
    const dash = startOf(text, first);
    const lines = indent(print([value]), columnOf(text, dash));
    const above = key === undefined ? -1 : text.indexOf('\n', key);
    // Right below its key: a comment over the first of the person's stays over it.
    const at = above === -1 || above > dash ? dash - columnOf(text, dash) : above + 1;
    return splice(text, at, at, lines);
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
    const { node } = parent;
    const index = isSeq(node)
      ? Number(name)
      : node.items.findIndex((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(name));
    if (node.items[index] === undefined) return text;
    if (node.items.length === 1) return replace(text, parent, isSeq(node) ? [] : {});
    return node.flow === true ? cutFlowItem(text, node, index) : cutItem(text, node, index);
  },
};

const FAULTS: Readonly<Partial<Record<ErrorCode, string>>> = {
  MULTIPLE_DOCS: 'a second YAML document begins here, and Purser edits a file only where it holds one',
  DUPLICATE_KEY: 'this key is here a second time',
};

interface Parsed {
  readonly document: Document.Parsed;
  readonly contents: Node | null;
}

function read(text: string): Parsed {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [first] = document.errors;
  if (first) throw new ConfigFault(FAULTS[first.code] ?? 'this is not valid YAML', counter.linePos(first.pos[0]).line);
  return { document, contents: document.contents };
}

interface NodePosition {
  readonly node: Node;
  /** The end of the key of the node, when it is the value of a pair. */
  readonly key: number | undefined;
  /** It stands in braces or brackets, where no block can. */
  readonly inFlow: boolean;
  /** The part of the path that is not there. */
  readonly rest: PlainPath;
}

function deepest(node: Node, path: PlainPath, key?: number, inFlow = false): NodePosition {
  const [step, ...rest] = path;
  const here: NodePosition = { node, key, inFlow, rest: path };
  const below = inFlow || isFlow(node);
  if (step === undefined) return here;
  if (isSeq<Node>(node) && typeof step === 'number') {
    const item = node.items[step];
    return item ? deepest(item, rest, undefined, below) : here;
  }
  const pair = pairOf(node, step);
  return pair?.value ? deepest(pair.value, rest, rangeOf(pair.key)[1], below) : here;
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
  return lines
    .split('\n')
    .map((line) => `${' '.repeat(column)}${line}\n`)
    .join('');
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
function replace(text: string, { node, key, inFlow }: NodePosition, value: JsonValue): string {
  const [from, to] = rangeOf(node);
  const tail = text.slice(trimmedEnd(text, from, to));
  const fitsLine = !isCollectionValue(value) || inFlow || isFlow(node) || key === undefined;
  if (key === undefined && isCollectionValue(value) && !isFlow(node) && !inFlow)
    return text.slice(0, from) + print(value) + tail;
  const start = key === undefined ? from : text.indexOf(':', key) + 1;
  const inner = columnOf(text, text.lastIndexOf('\n', start) + 1 + leading(text, start)) + 2;
  // On a line of its own, below comments that stay.
  if (key !== undefined && text.slice(start, from).includes('\n')) {
    if (fitsLine) return text.slice(0, from) + inline(value) + tail;
    // A list may stand as far left as its key; a map may not.
    const column = Math.max(columnOf(text, from), isList(value) ? 0 : inner - 1);
    return `${text.slice(0, from - columnOf(text, from))}${indent(print(value), column).trimEnd()}${tail}`;
  }
  if (fitsLine) return `${text.slice(0, start)}${key === undefined ? '' : ' '}${inline(value)}${tail}`;
  return `${text.slice(0, start)}\n${indent(print(value), inner).trimEnd()}${tail}`;
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

/** On one line: JSON is flow YAML. */
function inline(value: JsonValue): string {
  const text = isList(value) || isObject(value) ? JSON.stringify(value) : print(value);
  return text.includes('\n') ? JSON.stringify(value) : text;
}

/** With the comma before it, or behind the first. */
function cutFlowItem(text: string, node: YAMLMap | YAMLSeq, index: number): string {
  const [item, before, next] = [node.items[index], node.items[index - 1], node.items[index + 1]];
  if (before !== undefined) return splice(text, endOf(before), endOf(item), '');
  return next === undefined ? text : splice(text, beginOf(item), beginOf(next), '');
}

function cutItem(text: string, node: YAMLMap | YAMLSeq, index: number): string {
  const starts = node.items.map((item) => startOf(text, item));
  const from = starts[index];
  if (from === undefined) return text;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const next = starts[index + 1];
  // The first key of a list's element shares its line with the dash.
  if (text.slice(lineStart, from).trim() !== '') return next === undefined ? text : splice(text, from, next, '');
  const end = endOf(node.items[index]);
  const lineEnd = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1 || text.length;
  return splice(text, lineStart, lineEnd, '');
}

function splice(text: string, from: number, to: number, inserted: string): string {
  return text.slice(0, from) + inserted + text.slice(to);
}

function startOf(text: string, item: unknown): number {
  if (isPair<Node, Node | null>(item)) return rangeOf(item.key)[0];
  return text.lastIndexOf('-', rangeOf(asNode(item))[0] - 1);
}

function beginOf(item: unknown): number {
  return rangeOf(isPair<Node, Node | null>(item) ? item.key : asNode(item))[0];
}

function endOf(item: unknown): number {
  if (isPair<Node, Node | null>(item)) return rangeOf(item.value ?? item.key)[1];
  return rangeOf(asNode(item))[1];
}

function asNode(item: unknown): Node {
  if (isNode(item)) return item;
  throw new TypeError('a parsed YAML collection holds something that is no node');
}
