import { isObject } from '../../dialects/json/read-json.ts';
import { keyPattern } from '../../../shared/providers/key-shapes.ts';
import { clipped } from '../../../shared/visible-text.ts';

/** The most of a reply that is read for what it says, in bytes: errors are short. */
export const MOST_ANSWER_BYTES = 64 * 1_024;
const LONGEST_ANSWER = 400;
const LEAST_OF_A_KEY = 6;
/** Whatever follows the name of a login, and long words of letters and digits, which may be one. */
const LOGINS = /\b(bearer|basic|api[-_ ]?key|token|authorization|secret)(["':=\s]+)[^\s"',;]{8,}/gi;
const LONG_WORD = /\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{40,}\b/g;

/**
 * Reads what a provider says of its failure, in any protocol: the kind of error and its sentence. What looks like a key
 * is left out: some providers repeat one, or a part of it.
 * @param text a reply, or the data of an event
 * @returns undefined where it says nothing
 */
export function readAnswer(text: string): string | undefined {
  const said = saidIn(text).replaceAll(/\s+/g, ' ').trim();
  if (said === '') return undefined;
  const safe = said.replaceAll(keyPattern(LEAST_OF_A_KEY), '…').replaceAll(LOGINS, '$1$2…').replaceAll(LONG_WORD, '…');
  return clipped(safe, LONGEST_ANSWER);
}

function saidIn(text: string): string {
  const json = parse(text);
  if (json === undefined) return text.replaceAll(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replaceAll(/<[^>]*>/g, ' ');
  return sentenceIn(json, 0) ?? '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where an error may stand in another. */
const INSIDE = ['error', 'response', 'errors', 'detail', 'body'] as const;
const DEEPEST = 4;

/** `overloaded_error: Overloaded`. */
function sentenceIn(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((item) => sentenceIn(item, depth + 1)).find((one) => one !== undefined);
  if (!isObject(value)) return undefined;
  const { message, type, status, code } = value;
  if (typeof message === 'string' && message !== '') {
    const kind = [type, status, code].find((one) => typeof one === 'string' && one !== '' && one !== 'error');
    return typeof kind === 'string' ? `${kind}: ${message}` : message;
  }
  return INSIDE.map((name) => sentenceIn(value[name], depth + 1)).find((one) => one !== undefined && one !== '');
}
