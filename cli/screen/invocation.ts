import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve, sep } from 'node:path';
import { defaultDataFolder } from '../../gateway/platform/data-folder.ts';
import { shellWord } from './shell-word.ts';
import { PACKAGE_NAME } from '../product.ts';

/** What decides how a person can run this command line again, from where they just ran it. */
export interface InvocationFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly execPath: string;
  /** The file that runs, then its arguments. */
  readonly argv: readonly string[];
}

/** `purser` in a hint, where it is the command and no part of a path, a package or another hint. */
const IN_HINT = /(?<![\w/@.-]|npx )purser (?=[a-z-])/g;

/**
 * How this command line is run again from here: `purser` where that is on the PATH, else whatever started it. With
 * `PURSER_COMMAND` a launcher says it itself.
 */
export function commandName({ env, platform, execPath, argv }: InvocationFacts): string {
  const said = env['PURSER_COMMAND'];
  if (said !== undefined && said !== '') return said;
  if (isOnPath('purser', env, platform)) return 'purser';
  const script = argv[0] ?? '';
  // npx keeps what it fetched in a folder of this name.
  if (script.includes(`${sep}_npx${sep}`)) return `npx ${PACKAGE_NAME}`;
  if (env['npm_lifecycle_event'] === 'npx' || env['npm_command'] === 'exec') return 'npx purser';
  const node = isOnPath('node', env, platform) ? 'node' : shellWord(execPath);
  return `${node} ${shellWord(script)}`;
}

/** The same, with the data folder where this run was given one. */
export function invocation(facts: InvocationFacts): string {
  const name = commandName(facts);
  const folder = givenFolder(facts.argv.slice(1));
  // A launcher that names itself knows its folder.
  if (folder === undefined || facts.env['PURSER_COMMAND'] !== undefined) return name;
  return resolve(folder) === defaultDataFolder(facts.env, facts.platform)
    ? name
    : `${name} --data-dir ${shellWord(resolve(folder))}`;
}

/** Writes the hints in a text as they work here. */
export function hintsAsTheyWork(text: string, facts: InvocationFacts = thisRun()): string {
  if (!text.includes('purser ')) return text;
  const full = text.includes('--data-dir') ? commandName(facts) : invocation(facts);
  return full === 'purser' ? text : text.replace(IN_HINT, () => `${full} `);
}

function thisRun(): InvocationFacts {
  const { env, platform, execPath, argv } = process;
  return { env, platform, execPath, argv: argv.slice(1) };
}

/** The value of `--data-dir`; what stands behind `--` is for the program that is run. */
function givenFolder(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const at = own.findIndex((arg) => arg === '--data-dir' || arg.startsWith('--data-dir='));
  const found = own[at];
  if (found === undefined) return undefined;
  return found.includes('=') ? found.slice(found.indexOf('=') + 1) : own[at + 1];
}

/** Folders that npm puts on the PATH for the length of one command do not count. */
function isOnPath(command: string, env: InvocationFacts['env'], platform: NodeJS.Platform): boolean {
  const endings = platform === 'win32' ? ['.cmd', '.exe', '.ps1'] : [''];
  return (env['PATH'] ?? env['Path'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.includes('node_modules') && !folder.includes(`${sep}_npx${sep}`))
    .some((folder) => endings.some((ending) => canRun(join(folder, command + ending))));
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
