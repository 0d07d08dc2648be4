import { PurserError } from '../../shared/errors.ts';

const MOST_CHARACTERS = 4096;
/** As the contract takes a key; the file of a service account is JSON, which may have spaces. */
const KEY = /^(?:[\x21-\x7e]+|\{[\x20-\x7e]*\})$/;

/**
 * Checks that a manager's value can be a key. Line breaks around it are not part of it.
 * @throws PurserError `SECRETS_UNAVAILABLE`; the value is not quoted
 */
export function checkValue(text: string): string {
  const value = oneLine(text.trim());
  if (value === '') throw unusable('is empty');
  if (value.length > MOST_CHARACTERS) throw unusable('is longer than any key');
  if (!KEY.test(value)) throw unusable('is binary, or has spaces or line breaks in it');
  return value;
}

/** A key that is a document is kept without its line breaks. */
function oneLine(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

function unusable(why: string): PurserError {
  return new PurserError(
    'SECRETS_UNAVAILABLE',
    `What the secret manager gave out cannot be a key: it ${why}. Look at the reference and at the secret it names.`,
  );
}

/**
 * Takes one field out of a secret that is a JSON document.
 * @throws PurserError `SECRETS_UNAVAILABLE` with the names of those that there are, never their values
 */
export function fieldOf(fields: unknown, field: string, whose: string): string {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw new PurserError('SECRETS_UNAVAILABLE', `${whose} has no fields: it is one text. Leave out #${field}.`);
  const value: unknown = Object.hasOwn(fields, field) ? Reflect.get(fields, field) : undefined;
  if (typeof value === 'string') return value;
  if (value !== undefined)
    throw new PurserError('SECRETS_UNAVAILABLE', `The field "${field}" of ${whose} is no text. A key is one.`);
  const names = Object.keys(fields).slice(0, 10).join(', ');
  throw new PurserError(
    'SECRETS_UNAVAILABLE',
    `${whose} has no field "${field}". ${names === '' ? 'It has none at all' : `It has ${names}`}.`,
  );
}
