import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Problem, SourcePosition } from './problem.ts';

export interface TextTree {
  readonly kind: 'text';
  readonly text: string;
  /** It stands without quotes: where any value may stand, `10` and `true` are no texts. */
  readonly isPlain: boolean;
  readonly at: SourcePosition;
}
export interface ListTree {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly at: SourcePosition;
}
export interface MapTree {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly at: SourcePosition;
}
/** A name with no value behind it, or `null`. */
export interface NothingTree {
  readonly kind: 'nothing';
  readonly at: SourcePosition;
}

/**
 * A YAML file as we read it: every scalar is the text that was typed, so that no float and no date happens by accident.
 */
export type Tree = TextTree | ListTree | MapTree | NothingTree;

export interface MapEntry {
  readonly name: string;
  readonly at: SourcePosition;
  readonly value: Tree;
}

const QUOTES =
  'A value that begins with * or ! needs quotes, such as "*-mini". (Aliases and tags of YAML are not used here.)';
const MESSAGES: Readonly<Record<string, string>> = {
  BAD_ALIAS: QUOTES,
  TAG_RESOLVE_FAILED: QUOTES,
  DUPLICATE_KEY: 'This name is in the file twice at the same level. Keep one.',
  MULTIPLE_DOCS: 'One file holds one policy: remove the --- line and what follows.',
  TAB_AS_INDENT: 'YAML is indented with spaces, not with tabs.',
};

/** Reads YAML. @returns the tree, or undefined and every fault of the YAML itself */
export function readTree(text: string): { readonly tree: Tree | undefined; readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const problems: Problem[] = [];
  const at = (offset: number | undefined): SourcePosition => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fault = (place: SourcePosition, message: string): void => {
    // One slip makes several complaints behind it on the same line; the first one tells.
    if (!problems.some(({ line }) => line === place.line)) problems.push({ ...place, path: '', message });
  };
  for (const { code, message, pos } of [...document.errors, ...document.warnings])
    fault(at(pos[0]), MESSAGES[code] ?? `${message}.`);

  const convert = (node: unknown, otherwise: SourcePosition): Tree => {
    if (isMap(node)) {
      const place = at(node.range?.[0]);
      const entries = node.items.map(({ key, value }): MapEntry => {
        const keyAt = isNode(key) ? at(key.range?.[0]) : place;
        if (!isScalar(key) || typeof key.value !== 'string')
          fault(keyAt, 'A name here is plain text, not a list or a mapping.');
        return { name: isScalar(key) ? String(key.value) : '', at: keyAt, value: convert(value, keyAt) };
      });
      return { kind: 'map', entries, at: place };
    }
    if (isSeq(node)) {
      const place = at(node.range?.[0]);
      return { kind: 'list', items: node.items.map((item) => convert(item, place)), at: place };
    }
    if (isAlias(node)) fault(at(node.range?.[0]), QUOTES);
    if (!isScalar(node) || typeof node.value !== 'string') return { kind: 'nothing', at: otherwise };
    const isPlain = node.type === 'PLAIN';
    if (isPlain && ['', '~', 'null'].includes(node.value))
      return { kind: 'nothing', at: node.value === '' ? otherwise : at(node.range?.[0]) };
    return { kind: 'text', text: node.value, isPlain, at: at(node.range?.[0]) };
  };
  const tree = convert(document.contents, { line: 1, column: 1 });
  return { tree: problems.length === 0 ? tree : undefined, problems };
}
