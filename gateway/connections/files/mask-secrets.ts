import { keyPattern } from '../../../shared/providers/key-shapes.ts';
import { SUB_KEY_MARK } from '../verify/sub-key-mark.ts';

/** Keys and logins, by how they begin. A sub-key has a shape too, and is masked with them. */
const KEYS = keyPattern(12);
/** A value whose name says that it is a secret, in every notation that config files have. */
const NAMED_SECRET =
  /((?:key|token|secret|password|passwd|credential|authorization|bearer)[\w-]*["']?\s*(?:[:=]|\s)\s*["']?(?:Bearer\s+)?)([^\s"',;{}[\]]{6,})/gi;
/** A login in an address: `https://name:password@host`. */
const LOGIN = /(:\/\/[^/\s:@]*:)([^@\s/]+)(?=@)/g;
/** A name that tells about a secret instead of holding it: `tokenSource`, `api_key_type`. */
const ABOUT_SECRET = /(?:source|type|mode|kind|method|storage|format)["']?\s*[:=]?\s*["']?$/i;
/** One word of a setting, such as `manual` or `env-file`. */
const WORD = /^[a-z]{1,16}(?:-[a-z]{1,16})?$/i;
const HIDDEN = '********';

/**
 * Hides everything that could be a key in text that is shown: a diff has lines of the person's own file around ours.
 * It hides too much rather than too little.
 */
export function maskSecrets(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replaceAll(KEYS, (value) => (value === SUB_KEY_MARK ? value : HIDDEN))
        .replaceAll(LOGIN, `$1${HIDDEN}`)
        .replaceAll(NAMED_SECRET, (_, name: string, value: string) =>
          ABOUT_SECRET.test(name) && WORD.test(value) ? name + value : name + maskOne(value),
        ),
    )
    .join('\n');
}

function maskOne(value: string): string {
  return value === SUB_KEY_MARK || value === HIDDEN || isPlain(value) ? value : HIDDEN;
}

/**
 * Names of variables, arguments of `purser token`, addresses, short numbers and plain words of settings are no secrets.
 * Keys in capitals are no names.
 */
function isPlain(value: string): boolean {
  return /^(?:https?:\/\/[^@?]*|\$\{?\w+\}?|[A-Z]{1,12}\d?(?:_[A-Z]{1,12}\d?)*|--agent|true|false|null|\d{1,7})$/.test(
    value,
  );
}
