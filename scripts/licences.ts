import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `package.json` of a package says. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | undefined;
  readonly dependencies?: Readonly<Record<string, string>> | undefined;
}

const LICENCE_FILE = /^(licen[cs]e|copying|notice|third[-_]party)/i;

/**
 * The licences of every package that is built into Purser, as one text: what its own sources import, and what that
 * depends on. Made with every build, so that it cannot be out of date.
 */
export function bundledLicences(root: string): string {
  const found = new Map<string, string>();
  const own = manifestOf(root);
  const waiting = [...importedBy(root)].filter(
    (name) => name in (own?.dependencies ?? {}) || folderOf(root, name) !== undefined,
  );
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const folder = folderOf(root, name);
    const manifest = folder === undefined ? undefined : manifestOf(folder);
    if (folder === undefined || !manifest) continue;
    found.set(name, licenceOf(folder, manifest));
    waiting.push(...Object.keys(manifest.dependencies ?? {}));
  }
  const purser = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return [`Purser\n\n${purser}`, ...[...found].toSorted(([a], [b]) => a.localeCompare(b)).map(([, text]) => text)].join(
    `\n\n${'-'.repeat(80)}\n\n`,
  );
}

/** The packages that Purser's own sources name, tests left out. */
function importedBy(root: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const room of ['shared', 'gateway', 'cli', 'electron', 'renderer'])
    for (const file of globSync(`${room}/**/*.{ts,tsx}`, { cwd: root })) {
      if (/\.test\.tsx?$|\/testing/.test(file)) continue;
      for (const [, name = ''] of readFileSync(join(root, file), 'utf8').matchAll(IMPORT)) names.add(name);
    }
  return names;
}

const IMPORT = /(?:from|import\()\s*'((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/g;

/** Electron is not built in: it brings licences of its own. */
function folderOf(root: string, name: string): string | undefined {
  const folder = join(root, 'node_modules', name);
  return name !== 'electron' && manifestOf(folder) ? folder : undefined;
}

function manifestOf(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

function licenceOf(folder: string, { name, version, license }: Manifest): string {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && LICENCE_FILE.test(entry.name),
  );
  const texts = files.map((file) => readFileSync(join(folder, file.name), 'utf8').trim());
  return [`${name} ${version} (${license ?? 'see below'})`, ...texts].join('\n\n');
}
