import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../run-command.ts';
import { apart } from './confine.ts';
import { INDEX_FORMAT, readAptSources, readAptWays, readNpmWays, RELEASE, sourcesList } from './host-settings.ts';
import type { AptSource } from './host-settings.ts';
import { must } from './run.ts';

/** Inside the machine. */
export const PROJECT = '/srv/purser';
export const PERSON = 'person';
const AUTHORITIES = '/etc/ssl/of-the-host';
const ELECTRON = '/opt/electron';
const CA_BUNDLE = '/etc/ssl/certs/ca-certificates.crt';
const NODE = `node-${process.platform}-${process.arch}@20`;
const NPM = 'npm@11';

/**
 * Debian with nothing but what it cannot be without, then Node 20 and npm 11 as their archive lays them: no compiler,
 * no git, no certificates, no locale.
 * @throws Error saying which step did not work, and how
 */
export async function makeMachine(folder: string): Promise<void> {
  const sources = readAptSources(
    await must('Reading the package sources', [
      'apt-get',
      'indextargets',
      '--format',
      INDEX_FORMAT,
      'Created-By: Packages',
    ]),
  );
  const mirror = sources.find(({ suite }) => suite === RELEASE)?.uri ?? '';
  say(`Debian ${RELEASE}, the smallest there is, from the mirror of this machine`);
  await must('debootstrap', apart(['debootstrap', '--variant=minbase', RELEASE, folder, mirror]));
  // It is the root of everybody in there, and was made for its owner alone.
  chmodSync(folder, 0o755);
  await writeApt(folder, sources);
  for (const file of ['hosts', 'resolv.conf']) copyFileSync(`/etc/${file}`, join(folder, 'etc', file));
  await must('Adding an ordinary user', ['chroot', folder, 'useradd', '--create-home', '--shell', '/bin/bash', PERSON]);
  await installNode(folder);
}

async function writeApt(folder: string, sources: readonly AptSource[]): Promise<void> {
  writeFileSync(join(folder, 'etc/apt/sources.list'), sourcesList(sources));
  const dump = await must('Reading the settings of apt', ['apt-config', 'dump', '--no-empty']);
  const bundle = /^Acquire::https::CaInfo "(.*)";$/m.exec(dump)?.[1] ?? CA_BUNDLE;
  const needsOne = sources.some(({ uri }) => uri.startsWith('https:')) && existsSync(bundle);
  const authorities = needsOne ? `Acquire::https::CaInfo "${takeAuthorities(folder, bundle, 'apt')}";\n` : '';
  writeFileSync(join(folder, 'etc/apt/apt.conf.d/90of-the-host'), readAptWays(dump) + authorities);
}

/** @returns where the file is in the machine: not among Debian's own, which a package may write anew */
function takeAuthorities(folder: string, file: string, name: string): string {
  mkdirSync(join(folder, AUTHORITIES), { recursive: true });
  copyFileSync(file, join(folder, AUTHORITIES, `${name}.pem`));
  return `${AUTHORITIES}/${name}.pem`;
}

async function installNode(folder: string): Promise<void> {
  say(`${NODE} and ${NPM} from the npm registry`);
  const staging = join(folder, 'opt/node-staging');
  mkdirSync(staging);
  await must(
    'npm install',
    ['npm', 'install', '--prefix', staging, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', NODE, NPM],
    ownNpm(),
  );
  const modules = join(staging, 'node_modules');
  const node = join(modules, NODE.replace(/@.*/, ''));
  const local = join(folder, 'usr/local');
  for (const part of ['bin', 'include', 'share'])
    if (existsSync(join(node, part))) await must('Copying Node', ['cp', '-a', join(node, part), local]);
  mkdirSync(join(local, 'lib/node_modules'), { recursive: true });
  await must('Copying npm', ['cp', '-a', join(modules, 'npm'), join(local, 'lib/node_modules')]);
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(local, 'bin', name));
  await must('Tidying up', ['rm', '-rf', '--one-file-system', staging]);
}

/**
 * The environment in which npm is a person's own. Under `npm run` its settings are in the environment too, those that
 * are about this project included, and it runs on the Node of node_modules: beside that is no npmrc of this machine.
 */
function ownNpm(): NodeJS.ProcessEnv {
  const settings = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.endsWith('/node_modules/.bin'));
  return { ...Object.fromEntries(settings), PATH: path.join(delimiter) };
}

/**
 * npm's settings, authorities and Electron's runtime, of today: a machine that was kept gets them anew.
 * @returns what its environment needs for them
 */
export async function takeAlong(folder: string): Promise<Readonly<Record<string, string>>> {
  const { npmrc, cafile } = readNpmWays(
    await must('Reading the settings of npm', ['npm', 'config', 'list', '--long', '--json'], ownNpm()),
  );
  const config = join(folder, 'usr/local/etc/npmrc');
  mkdirSync(join(folder, 'usr/local/etc'), { recursive: true });
  writeFileSync(config, npmrc);
  if (cafile !== undefined) appendFileSync(config, `cafile=${takeAuthorities(folder, cafile, 'npm')}\n`);
  const extra = process.env['NODE_EXTRA_CA_CERTS'];
  const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (runtime !== undefined && !existsSync(join(folder, ELECTRON))) {
    say("Electron's runtime that this machine was given");
    await must("Copying Electron's runtime", ['cp', '-aL', runtime, join(folder, ELECTRON)]);
  }
  return {
    ...(extra !== undefined && existsSync(extra) && { NODE_EXTRA_CA_CERTS: takeAuthorities(folder, extra, 'node') }),
    ...(runtime !== undefined && { ELECTRON_OVERRIDE_DIST_PATH: ELECTRON }),
  };
}

/** Puts what is committed into the machine, and nothing else. @returns the commit */
export async function layProject(folder: string): Promise<string> {
  const commit = (await must('git', ['git', '-C', root, 'rev-parse', 'HEAD'])).trim();
  const project = join(folder, PROJECT);
  if (existsSync(project)) await must('git', ['git', '-C', project, 'fetch', '--quiet', root, 'HEAD']);
  else await must('git', ['git', 'clone', '--quiet', '--no-local', '--no-checkout', root, project]);
  await must('git', [
    'git',
    '-C',
    project,
    '-c',
    'advice.detachedHead=false',
    'checkout',
    '--quiet',
    '--force',
    '--detach',
    commit,
  ]);
  const pending = await must('git', ['git', '-C', root, 'status', '--porcelain', '--untracked-files=no']);
  say(`Commit ${commit.slice(0, 7)}${pending === '' ? '' : '. What is changed here and not committed is not in it'}`);
  return commit;
}

/** True for a folder that makeMachine has filled. */
export function isMachine(folder: string): boolean {
  const users = join(folder, 'etc/passwd');
  return (
    existsSync(join(folder, PROJECT, 'package.json')) &&
    existsSync(users) &&
    readFileSync(users, 'utf8').includes(`\n${PERSON}:`)
  );
}

export function say(what: string): void {
  console.log(`-- ${what}`);
}
