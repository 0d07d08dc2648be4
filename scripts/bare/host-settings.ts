import { z } from 'zod';

/**
 * How this machine reaches its registries, read from what its own clients say of themselves, so that the bare one
 * reaches them as well: behind a proxy, a mirror or an authority of one's own. Nothing else comes along, and no login
 * of a registry.
 */

/** A package source of Debian. */
export interface AptSource {
  readonly uri: string;
  /** "bookworm-updates" */
  readonly suite: string;
  readonly components: readonly string[];
}

/** For `apt-get indextargets`: a line for each list of packages. */
export const INDEX_FORMAT = '$(REPO_URI) $(RELEASE) $(COMPONENT)';
export const RELEASE = 'bookworm';
/** Where Debian is when this machine is another system (https://www.debian.org/mirror/list, November 2026). */
const ANY_MIRROR: AptSource = { uri: 'http://deb.debian.org/debian', suite: RELEASE, components: ['main'] };

/**
 * The sources of the release itself, and of nobody else's packages for it.
 * @param targets what `apt-get indextargets` printed in INDEX_FORMAT
 */
export function readAptSources(targets: string): readonly AptSource[] {
  const found = new Map<string, AptSource>();
  for (const line of targets.split('\n')) {
    const [uri = '', suite = '', component = ''] = line.trim().split(' ');
    if (component === '' || ![RELEASE, `${RELEASE}-updates`, `${RELEASE}-security`].includes(suite)) continue;
    const known = found.get(`${uri} ${suite}`)?.components ?? [];
    found.set(`${uri} ${suite}`, { uri, suite, components: [...new Set([...known, component])] });
  }
  const sources = [...found.values()];
  return sources.some(({ suite }) => suite === RELEASE) ? sources : [ANY_MIRROR, ...sources];
}

export function sourcesList(sources: readonly AptSource[]): string {
  return sources.map(({ uri, suite, components }) => `deb ${uri} ${suite} ${components.join(' ')}\n`).join('');
}

/** The lines of `apt-config dump` about the way to a mirror, to be written as they are; no program is taken along. */
export function readAptWays(dump: string): string {
  const ways = /^Acquire::(https?|Check-Valid-Until|Check-Date|Retries|ForceIPv[46])\b/;
  return dump
    .split('\n')
    .filter((line) => ways.test(line) && !/Auto-?Detect|::$|::CaInfo|SslCert|SslKey/i.test(line))
    .map((line) => `${line}\n`)
    .join('');
}

const setting = z.union([z.string(), z.number(), z.boolean()]);
const WAYS = /^(registry|replace-registry-host|(https-)?proxy|noproxy|strict-ssl|fetch-.*|maxsockets|@[^:]+:registry)$/;

/**
 * npm's way to its registry, as a file for npm.
 * @param config what `npm config list --long --json` printed
 */
export function readNpmWays(config: string): { readonly npmrc: string; readonly cafile: string | undefined } {
  const all = z.record(z.string(), z.unknown()).parse(JSON.parse(config));
  const lines = Object.entries(all).flatMap(([name, value]) => {
    const known = WAYS.test(name) ? setting.safeParse(value) : undefined;
    return known?.success === true ? [`${name}=${String(known.data)}\n`] : [];
  });
  const cafile = all['cafile'];
  return { npmrc: lines.join(''), cafile: typeof cafile === 'string' && cafile !== '' ? cafile : undefined };
}

const VARIABLES = /^((https?|no|all)_proxy|ELECTRON_MIRROR|PURSER_TEST_ELECTRON)$/i;

/** Variables that say how the world is reached, and CI's own. */
export function readVariables(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const ways = Object.entries(env).filter(
    (entry): entry is [string, string] => VARIABLES.test(entry[0]) && entry[1] !== undefined,
  );
  return { ...Object.fromEntries(ways), CI: 'true' };
}
