import type { Node, NodeType } from 'jsonc-parser';
import { ConfigFault, lineAt } from './format.ts';

/**
 * Reads JSON5 into the same tree that jsonc-parser makes of JSON: with the place of every value, so that one can be
 * changed and the rest kept. The packages that give places refuse legal files: ADR 0020. Source: spec.json5.org.
 * @throws ConfigFault at the line that is wrong. @returns undefined for a file without any content
 */
export function parseJson5Tree(text: string): Node | undefined {
  let at = 0;
  const fail = (what: string): never => {
    throw new ConfigFault(what, lineAt(text, at));
  };
  const skip = (): void => {
    at += blankAt(text, at).length;
  };
  const eat = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    at += found?.length ?? 0;
    return found;
  };
  const leaf = (type: NodeType, offset: number, value: unknown): Node => ({ type, offset, length: at - offset, value });
  const string = (): Node | undefined => {
    const offset = at;
    const source = eat(STRING);
    return source === undefined ? undefined : leaf('string', offset, unescape(source.slice(1, -1)));
  };
  const items = (open: Node, close: string, read: () => Node): Node => {
    const children: Node[] = [];
    at += 1;
    for (skip(); text[at] !== close; skip()) {
      const child = read();
      children.push(Object.assign(child, { parent: open }));
      skip();
      if (text[at] === ',') at += 1;
      else if (text[at] !== close) return fail(at < text.length ? 'a comma is missing' : `a "${close}" is missing`);
    }
    at += 1;
    return Object.assign(open, { children, length: at - open.offset });
  };
  const property = (): Node => {
    const offset = at;
    const name = eat(IDENTIFIER);
    const key =
      name === undefined ? (string() ?? fail('a key is missing here')) : leaf('string', offset, unescape(name));
    skip();
    if (text[at] !== ':') return fail('a colon is missing');
    at += 1;
    skip();
    const inner = value();
    const node: Node = { type: 'property', offset, length: at - offset };
    return Object.assign(node, {
      children: [Object.assign(key, { parent: node }), Object.assign(inner, { parent: node })],
    });
  };
  const value = (): Node => {
    const offset = at;
    if (text[at] === '{') return items({ type: 'object', offset, length: 0 }, '}', property);
    if (text[at] === '[') return items({ type: 'array', offset, length: 0 }, ']', value);
    const quoted = string();
    if (quoted) return quoted;
    const word = eat(WORD);
    if (word === undefined) return fail('a value is missing');
    if (word === 'null') return leaf('null', offset, null);
    if (word === 'true' || word === 'false') return leaf('boolean', offset, word === 'true');
    const number = numberOf(word);
    return number === undefined ? fail(`"${word}" is not a value`) : leaf('number', offset, number);
  };
  skip();
  if (at >= text.length) return undefined;
  const root = value();
  skip();
  return at < text.length ? fail('there is more text after the end of the document') : root;
}

const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const IDENTIFIER =
  /(?:[\p{L}\p{Nl}_$]|\\u[\dA-Fa-f]{4})(?:[\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}$\u200C\u200D]|\\u[\dA-Fa-f]{4})*/uy;
const WORD = /[-+.\w]+/y;
const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;

/** Spaces and comments from `offset` on. */
export function blankAt(text: string, offset: number): string {
  BLANK.lastIndex = offset;
  return BLANK.exec(text)?.[0] ?? '';
}

function numberOf(word: string): number | undefined {
  const sign = word.startsWith('-') ? -1 : 1;
  const digits = word.replace(/^[-+]/, '');
  if (digits === 'Infinity' || digits === 'NaN') return sign * Number(digits);
  return /^(?:0x[\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)$/i.test(digits) ? sign * Number(digits) : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '\0' };

function unescape(text: string): string {
  return text.replace(
    /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r\n|[\s\S]))/g,
    (_, unicode?: string, hex?: string, one?: string) => {
      const code = unicode ?? hex;
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
      // An escaped line break continues the line.
      return one === undefined || /[\r\n\u2028\u2029]/.test(one) ? '' : (ESCAPES[one] ?? one);
    },
  );
}
