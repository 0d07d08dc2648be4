import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { ConfigFault, lineAt } from './format.ts';
import type { Format } from './format.ts';
import { blankAt, parseJson5Tree } from './json5-tree.ts';
import { asJson, withValue } from './json-value.ts';
import type { JsonValue } from './json-value.ts';

/**
 * Reads the values of a text with their places. @throws ConfigFault. @returns undefined for a file without any content
 */
type ReadTree = (text: string) => Node | undefined;

/** JSON, with every byte around the edit kept (jsonc-parser's own `modify` reformats the neighbours). */
function createJsonFormat(read: ReadTree): Format {
  return {
    parse(text) {
      const tree = read(text);
      return tree && asJson(getNodeValue(tree));
    },
    set(text, path, value) {
      const tree = read(text);
      if (!tree) return `${text}${print(withValue(undefined, path, value) ?? null, '  ', '')}\n`;
      const known =
        path.findLastIndex((_, index) => findNodeAtLocation(tree, path.slice(0, index + 1)) !== undefined) + 1;
      const holder = findNodeAtLocation(tree, path.slice(0, known)) ?? tree;
      const step = path[known];
      const rest = withValue(undefined, path.slice(known + 1), value) ?? null;
      if (step === undefined || (holder.type !== 'object' && holder.type !== 'array'))
        return replace(text, holder, withValue(undefined, path.slice(known), value) ?? null);
      return insert(text, holder, typeof step === 'string' ? step : undefined, rest);
    },
    range(text, path) {
      const tree = read(text);
      const node = tree && findNodeAtLocation(tree, [...path]);
      return node && [node.offset, endOf(node)];
    },
    remove(text, path) {
      const tree = read(text);
      const node = tree && findNodeAtLocation(tree, [...path]);
      const item = node?.parent?.type === 'property' ? node.parent : node;
      return item?.parent ? cut(text, item.parent, item) : text;
    },
  };
}

/** @param comments the tool accepts comments and trailing commas: Claude Code ignores a whole file for one */
function readJson(text: string, comments: boolean): Node | undefined {
  if (blankAt(text, 0).length === text.length && (comments || text.trim() === '')) return undefined;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: !comments, allowTrailingComma: comments });
  const [first] = errors;
  if (first)
    throw new ConfigFault(
      FAULTS[printParseErrorCode(first.error)] ?? 'this is not valid JSON',
      lineAt(text, first.offset),
    );
  return tree;
}

export const strictJson = createJsonFormat((text) => readJson(text, false));
export const jsonc = createJsonFormat((text) => readJson(text, true));
export const json5 = createJsonFormat(parseJson5Tree);

const FAULTS: Readonly<Record<string, string>> = {
  InvalidCommentToken: 'the tool that reads this file takes no comments',
  CommaExpected: 'a comma is missing',
  ColonExpected: 'a colon is missing',
  PropertyNameExpected: 'a key in double quotes is missing here',
  ValueExpected: 'a value is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'there is more text after the end of the document',
};

function endOf(node: Node): number {
  return node.offset + node.length;
}

function splice(text: string, from: number, to: number, inserted: string): string {
  return text.slice(0, from) + inserted + text.slice(to);
}

/** As the file has it, so that an insertion looks like its neighbours. */
function unitOf(text: string): string {
  return /^([ \t]+)["{[]/m.exec(text)?.[1] ?? '  ';
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}

function print(value: JsonValue, unit: string, indent: string): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', `\n${indent}`);
}

function replace(text: string, node: Node, value: JsonValue): string {
  return splice(text, node.offset, endOf(node), print(value, unitOf(text), indentAt(text, node.offset)));
}

function insert(text: string, holder: Node, key: string | undefined, value: JsonValue): string {
  const name = key === undefined ? '' : `${JSON.stringify(key)}: `;
  const last = holder.children?.at(-1);
  const outer = indentAt(text, holder.offset);
  const unit = unitOf(text);
  if (!last) {
    const inside = text.slice(holder.offset + 1, endOf(holder) - 1);
    // A comment may be all there is inside.
    const kept = inside.trim() === '' ? '' : inside.trimEnd();
    return splice(
      text,
      holder.offset + 1,
      endOf(holder) - 1,
      `${kept}\n${outer}${unit}${name}${print(value, unit, outer + unit)}\n${outer}`,
    );
  }
  if (!text.slice(holder.offset, endOf(holder)).includes('\n'))
    return splice(text, endOf(last), endOf(last), `, ${name}${JSON.stringify(value)}`);
  const indent = indentAt(text, last.offset);
  const line = `\n${indent}${name}${print(value, unit, indent)}`;
  const comma = commaAfter(text, endOf(last), endOf(holder));
  const at = endOfLine(text, comma === undefined ? endOf(last) : comma + 1);
  if (comma !== undefined) return splice(text, at, at, `${line},`);
  return splice(splice(text, at, at, line), endOf(last), endOf(last), ',');
}

/** The comma between `from` and `to`, behind whatever comments stand there. */
function commaAfter(text: string, from: number, to: number): number | undefined {
  const at = from + blankAt(text, from).length;
  return at < to && text[at] === ',' ? at : undefined;
}

/** Behind a comment that stands on the same line. */
function endOfLine(text: string, offset: number): number {
  const comment = /^[ \t]*(?:\/\/[^\n]*|\/\*[^\n]*?\*\/[ \t]*)(?=\n)/.exec(text.slice(offset));
  return offset + (comment?.[0].length ?? 0);
}

function cut(text: string, holder: Node, item: Node): string {
  const items = holder.children ?? [];
  const before = items[items.indexOf(item) - 1];
  const comma = commaAfter(text, endOf(item), endOf(holder));
  const to = comma === undefined ? endOf(item) : comma + 1;
  const lineStart = text.lastIndexOf('\n', item.offset - 1) + 1;
  const lineEnd = endOfLine(text, to);
  const ownLines = text.slice(lineStart, item.offset).trim() === '' && /^[ \t]*\n/.test(text.slice(lineEnd));
  // The line break before goes: the one behind belongs to what follows.
  const without = ownLines
    ? splice(text, Math.max(0, lineStart - 1), lineEnd, '')
    : splice(text, item.offset, comma === undefined ? to : skipSpaces(text, to), '');
  const dangling =
    comma === undefined && before !== undefined ? commaAfter(text, endOf(before), item.offset) : undefined;
  if (dangling === undefined) return items.length === 1 && ownLines ? closeEmpty(without, holder.offset) : without;
  return ownLines ? splice(without, dangling, dangling + 1, '') : splice(text, dangling, endOf(item), '');
}

function skipSpaces(text: string, offset: number): number {
  return offset + (/^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0);
}

/** `{` and `}` on lines of their own with nothing between them become `{}`. */
function closeEmpty(text: string, offset: number): string {
  return text.slice(0, offset) + text.slice(offset).replace(/^([{[])\s*([}\]])/, '$1$2');
}
