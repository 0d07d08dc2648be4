import { resolve } from 'node:path';
import { defaultDataFolder } from '../../gateway/platform/data-folder.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { askLine } from './ask-line.ts';
import { checkTemplate, lineText, OFF } from './line-text.ts';

/** What was asked for on the command line. */
export interface LineArguments {
  readonly dataDir?: string | undefined;
  readonly format?: string | undefined;
}

/**
 * Prints one line, and nothing else: a prompt and a bar show it as it is. That no Purser runs is an answer, too.
 * @throws PurserError `INVALID_INPUT`
 */
export async function printLine({ dataDir, format }: LineArguments): Promise<void> {
  if (format !== undefined) checkTemplate(format);
  const line = await askLine(dataDir === undefined ? defaultDataFolder(process.env) : resolve(dataDir));
  process.stdout.write(`${visibleText(line === undefined ? OFF : lineText(line, format))}\n`);
}

/**
 * The arguments of `status --line`, where there are no others: then nothing else of the command line has to be loaded.
 * @returns undefined for all other arguments
 */
export function readLineArguments(args: readonly string[]): LineArguments | undefined {
  const [command, ...rest] = args;
  if (command !== 'status' || !rest.includes('--line')) return undefined;
  const found: { dataDir?: string; format?: string } = {};
  for (let at = 0; at < rest.length; at += 1) {
    if (rest[at] === '--line') continue;
    const name = rest[at] === '--format' ? 'format' : rest[at] === '--data-dir' ? 'dataDir' : undefined;
    const value = rest[at + 1];
    if (name === undefined || value === undefined || found[name] !== undefined) return undefined;
    found[name] = value;
    at += 1;
  }
  return found;
}
