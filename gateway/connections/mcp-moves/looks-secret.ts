import { maskSecrets } from '../files/mask-secrets.ts';

/** An option whose value is a secret: `--api-key`, `-token`. */
const SECRET_OPTION = /^--?[\w-]*(?:key|token|secret|password|passwd|credential|auth|bearer)[\w-]*$/i;
/** A run of letters and digits that nobody would type, and the form of an identifier that nobody could guess. */
const RANDOM = /[A-Za-z0-9]{20,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/gi;

/** True for a text that may hold a secret. It suspects too much rather than too little. */
export function looksSecret(text: string): boolean {
  if (maskSecrets(text) !== text) return true;
  return [...text.matchAll(RANDOM)].some(([run]) => /\d/.test(run) && /[a-z]/i.test(run));
}

/** The argument that may be a secret, by what stands before it; undefined where there is none. */
export function secretArgument(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg, index) => looksSecret(arg) || isValueOf(args[index - 1], arg));
  if (at === -1) return undefined;
  // An option names it; the value itself is never said.
  const [name = ''] = (args[at] ?? '').split('=');
  const before = args[at - 1] ?? '';
  if (name !== args[at] && name.startsWith('-')) return name;
  return before.startsWith('-') ? before : `number ${at + 1}`;
}

function isValueOf(option: string | undefined, arg: string): boolean {
  return option !== undefined && SECRET_OPTION.test(option) && !arg.startsWith('-');
}
