import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PurserError } from '../../shared/errors.ts';
import { projectAround } from './project.ts';
import { nameOf } from './tool-overlays.ts';

/** A tool that may spend with a key of its own whatever `run` gives it, and why. */
interface Bypass {
  readonly title: string;
  /** A clause behind the title. */
  readonly why: string;
  /** The way to do it instead; a sentence. */
  readonly instead: string;
  /** It does so only where one of these is there. Left out: always. */
  readonly files?: (home: string, folders: readonly string[]) => readonly string[];
}

const NO_GATEWAY = 'No gateway on this machine can cap it: use the limits of its maker.';

/** Sources: the tools' documentation, and `purser connections`; 2026-11. None of them could be run here. */
const BYPASSES: Readonly<Record<string, Bypass>> = {
  aider: {
    title: 'Aider',
    why: 'reads keys from these files, and they win over the environment',
    instead: 'Connect it: purser connect aider',
    files: (home, folders) =>
      [home, ...folders].flatMap((folder) => [join(folder, '.aider.conf.yml'), join(folder, '.env')]),
  },
  crush: { title: 'Crush', why: 'takes its keys from its own config', instead: 'Connect it: purser connect crush' },
  junie: { title: 'Junie', why: 'takes its keys from its own profiles', instead: 'Connect it: purser connect junie' },
  'cursor-agent': { title: 'Cursor', why: 'sends every request to its own servers', instead: NO_GATEWAY },
  amp: { title: 'Amp', why: 'sends every request to its own servers', instead: NO_GATEWAY },
  droid: { title: 'Droid', why: 'asks its own servers, or with keys from its own config', instead: NO_GATEWAY },
  auggie: { title: 'Auggie', why: 'sends every request to its own servers', instead: NO_GATEWAY },
  'kiro-cli': { title: 'Kiro', why: 'sends every request to its own servers', instead: NO_GATEWAY },
};

/** Arguments by which a person gives a tool another key or config than ours. */
const OWN_ARGUMENTS: Readonly<Record<string, RegExp>> = {
  claude: /^--settings(=|$)/,
  codex: /^(-c|--config=)?\s*model_providers?\b|^--(remote|oss)(=|$)/,
  opencode: /^(attach|--attach(=.*)?)$/,
  kilo: /^(attach|--attach(=.*)?)$/,
  qwen: /^--openai-?(api-?key|base-?url)/i,
  cline: /^(-k.*|--(key|data-dir|config)(=.*)?)$/,
  cn: /^--(config|model|agent)(=|$)/,
  openclaw: /^--(profile|dev)(=|$)/,
  pi: /^--api-key(=|$)/,
  grok: /^(-k.*|-u.*|--(api-key|base-url)(=.*)?)$/,
};

/**
 * Refuses what could spend past the cap: `run` says that it holds.
 * @throws PurserError `INVALID_INPUT`
 */
export function assertNoBypass(command: string, args: readonly string[], cwd: string): void {
  const name = nameOf(command);
  const anyway = 'To run it anyway, without that promise: purser run --anyway ...';
  const own = Object.hasOwn(BYPASSES, name) ? BYPASSES[name] : undefined;
  const there = own?.files?.(homedir(), [projectAround(cwd), cwd]).filter((file) => existsSync(file));
  if (own && there?.length !== 0) {
    const files = there ? ` (${[...new Set(there)].join(', ')})` : '';
    const why = `${own.title} ${own.why}${files}, so it could spend past the cap.`;
    throw new PurserError('INVALID_INPUT', `${why} ${own.instead} ${anyway}`);
  }
  const end = args.indexOf('--');
  const pattern = Object.hasOwn(OWN_ARGUMENTS, name) ? OWN_ARGUMENTS[name] : undefined;
  const flag = (end < 0 ? args : args.slice(0, end)).find((arg) => pattern?.test(arg));
  if (flag === undefined) return;
  const why = `With ${flag.split('=')[0] ?? ''} ${name} would use another key or config than Purser gives it`;
  throw new PurserError('INVALID_INPUT', `${why}, and could spend past the cap. Leave it out. ${anyway}`);
}
