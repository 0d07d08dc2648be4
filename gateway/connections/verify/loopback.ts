import { PROXY_BYPASS_VARIABLES, PROXY_VARIABLES } from '../../../shared/proxy-variables.ts';

type ProxyVariable = (typeof PROXY_VARIABLES | typeof PROXY_BYPASS_VARIABLES)[number];
/** Variables of an environment, by name. */
type Variables = Readonly<Record<string, string | undefined>>;

/** The hosts of this machine, where every tool is pointed; no proxy has any business with them. */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'] as const;
export const LOOPBACK_LIST = LOOPBACK.join(',');

function listIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter(Boolean);
}

/** Leaves out ranges such as `127.0.0.0/8`: many programs do not understand them. */
function leavesLoopbackOut(text: string): boolean {
  return listIn(text).some((entry) => entry === '*' || entry === '127.0.0.1');
}

/** @returns the variable whose proxy would get requests to this machine, key included; undefined where none would */
export function interceptingProxy(env: Variables): string | undefined {
  const lists = PROXY_BYPASS_VARIABLES.flatMap((name) => env[name] || []);
  if (lists.length > 0 && lists.every(leavesLoopbackOut)) return undefined;
  return PROXY_VARIABLES.find((name) => env[name]);
}

/** The variables that keep proxies off this machine, with what the person has there, in both spellings. */
export function proxyBypass(env: Variables): Readonly<Record<(typeof PROXY_BYPASS_VARIABLES)[number], string>> {
  const theirs = PROXY_BYPASS_VARIABLES.flatMap((name) => listIn(env[name]));
  // A star means everything only where it stands alone.
  const list = theirs.includes('*') ? '*' : [...new Set([...theirs, ...LOOPBACK])].join(',');
  return { NO_PROXY: list, no_proxy: list };
}

const ALL: readonly ProxyVariable[] = [...PROXY_VARIABLES, ...PROXY_BYPASS_VARIABLES];

/** The variables about proxies, and nothing else of an environment; a proxy's password stays where it is. */
export function proxiesIn(env: Variables): Readonly<Partial<Record<ProxyVariable, string>>> {
  const found: Partial<Record<ProxyVariable, string>> = {};
  for (const name of ALL) if (env[name]) found[name] = withoutLogin(env[name]);
  return found;
}

function withoutLogin(proxy: string): string {
  return proxy.replace(/^([a-z0-9+.-]+:\/\/)?[^/]*@/i, '$1');
}

/** An environment with these proxies instead of its own. */
export function withProxies(env: Variables, proxies: Variables): Variables {
  const names: readonly string[] = ALL;
  return { ...Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name))), ...proxies };
}
