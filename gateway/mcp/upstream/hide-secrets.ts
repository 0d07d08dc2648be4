import { existsSync } from 'node:fs';
import { dirname, isAbsolute, parse } from 'node:path';
import { formsOf, starOutForms } from '../../platform/star-out.ts';
import type { McpSecrets } from '../book/secrets-text.ts';

/** Takes the secrets of one server out of what it says: many would print their environment to whoever asks. */
export interface SecretHider {
  text(said: string): string;
  /** The same for all texts in a value. */
  value(said: unknown): unknown;
}

/** @see SecretHider */
export function hideSecrets(secrets: McpSecrets): SecretHider {
  // `Bearer abc` is as secret as `abc`.
  const forms = Object.values(secrets)
    .filter((secret) => !isPlainPlace(secret))
    .flatMap((secret) => [secret, secret.slice(secret.lastIndexOf(' ') + 1)])
    .flatMap(formsOf);
  const text = (said: string): string => starOutForms(said, forms);
  return {
    text,
    // Stars need no escapes, so what is JSON stays JSON.
    value(said) {
      const hidden: unknown = forms.length === 0 ? said : JSON.parse(text(JSON.stringify(said)));
      return hidden;
    },
  };
}

/**
 * A folder or file of this machine, or the address of a host alone: a server answers with these all the time. They come
 * with servers that were moved out of a tool's file, of which every value is kept as a secret.
 */
function isPlainPlace(value: string): boolean {
  if (/^https?:\/\/[\w.-]+(?::\d+)?\/?$/.test(value)) return true;
  return isAbsolute(value) && dirname(value) !== parse(value).root && existsSync(dirname(value));
}
