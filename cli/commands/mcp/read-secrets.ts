import { PurserError } from '../../../shared/errors.ts';
import { promptHidden } from '../../secrets/hidden-prompt.ts';
import { readSecretFromStdinOrPrompt } from '../../secrets/passphrase.ts';

/**
 * Reads the values of secrets: at hidden prompts, one after the other; or from standard input, as `NAME=value` lines,
 * or as the value alone where there is one.
 * @throws PurserError `INVALID_INPUT` when one is missing
 */
export async function readSecrets(names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const [only, ...others] = names;
  if (only === undefined) return {};
  if (process.stdin.isTTY) {
    const values: Record<string, string> = {};
    for (const name of names) values[name] = await promptHidden(`${name} (not shown): `);
    return values;
  }
  const text = await readSecretFromStdinOrPrompt({ label: only, command: 'purser mcp add ...' });
  const read = new Map(text.split(/\r?\n/).flatMap((line) => pairIn(line)));
  if (others.length === 0 && !read.has(only)) return { [only]: text };
  const missing = names.find((name) => !read.has(name));
  if (missing !== undefined)
    throw new PurserError('INVALID_INPUT', `The value of ${missing} is missing. Give each on a line: ${missing}=value`);
  return Object.fromEntries(names.map((name) => [name, read.get(name) ?? '']));
}

function pairIn(line: string): readonly (readonly [string, string])[] {
  const at = line.indexOf('=');
  return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1)]] : [];
}
