import { FORMATS } from '../formats/formats.ts';
import type { FormatId } from '../formats/formats.ts';
import { isList, isObject } from '../formats/json-value.ts';
import type { JsonValue, PlainPath } from '../formats/json-value.ts';
import { keepBytes } from '../formats/keep-bytes.ts';
import { looksSecret } from './looks-secret.ts';

const HIDDEN = '********';
/** Everything in these groups counts as a secret, wherever in the file it stands. */
const SECRET_GROUPS = new Set(['env', 'environment', 'envs', 'headers', 'http_headers']);
/** Shorter ones occur in too many innocent texts. */
const LEAST_LETTERS = 4;

/** A file as it may be shown: without the values of variables and headers, and without what looks like a secret. */
export function maskEntries(text: string, id: FormatId): string {
  const format = FORMATS[id];
  return keepBytes(text, (plain) => {
    const secrets = secretsIn(format.parse(plain) ?? null);
    return secrets.reduce((rest, { path, value }) => {
      const range = format.range(rest, path);
      if (range) return `${rest.slice(0, range[0])}"${HIDDEN}"${rest.slice(range[1])}`;
      return value.length < LEAST_LETTERS ? rest : rest.replaceAll(JSON.stringify(value).slice(1, -1), HIDDEN);
    }, plain);
  });
}

interface Secret {
  readonly path: PlainPath;
  readonly value: string;
}

function secretsIn(value: JsonValue, path: PlainPath = [], inGroup = false): readonly Secret[] {
  if (isList(value)) return value.flatMap((inner, index) => secretsIn(inner, [...path, index], inGroup));
  if (isObject(value))
    return Object.entries(value).flatMap(([key, inner]) =>
      secretsIn(inner, [...path, key], inGroup || (SECRET_GROUPS.has(key) && isObject(inner))),
    );
  const isText = typeof value === 'string' && value !== '';
  if (inGroup) return value === null || value === '' ? [] : [{ path, value: String(value) }];
  return isText && path.some((step) => typeof step === 'number') && looksSecret(value) ? [{ path, value }] : [];
}
