import { proxyBypass } from '../../gateway/connections/verify/loopback.ts';
import { CLOUD_CREDENTIALS, looksLikeProviderKey, paysByName } from '../../gateway/connections/provider-variables.ts';
import type { ToolRoutes } from '../../gateway/connections/tool-spec.ts';
import { variablesFor } from '../../gateway/connections/variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of a child, and what a person may wonder about. */
export interface ChildEnvironment {
  readonly env: Environment;
  /** Names that nobody knows as a provider's, taken out for what their values look like. */
  readonly tookOut: readonly string[];
  /** Names of what is still there and may pay for models: of clouds, and what the person keeps. */
  readonly mayPay: readonly string[];
}

/**
 * The variables of a child that spends through the gateway: base URL and sub-key for every protocol there is a provider
 * for. Every other variable that carries a key or an address of a provider is taken out, also of one that Purser does
 * not know: a child that went there would spend without a cap. No proxy gets what is meant for this machine.
 * @param keep names that the person wants left as they are
 */
export function childEnvironment(
  env: Environment,
  routes: ToolRoutes,
  key: string,
  keep: readonly string[],
): ChildEnvironment {
  const wanted = new Set(keep.map((name) => name.toUpperCase()));
  const tookOut: string[] = [];
  const kept = Object.entries(env).filter(([name, value]) => {
    if (wanted.has(name.toUpperCase())) return true;
    if (paysByName(name)) return false;
    if (!looksLikeProviderKey(value ?? '')) return true;
    tookOut.push(name);
    return false;
  });
  // As a token too: Claude Code, started by a script, would else ask whether the key may be used, or use a login.
  const token = routes.anthropic ? [['ANTHROPIC_AUTH_TOKEN', key] as const] : [];
  const ours = [...variablesFor(routes, key), ...token];
  const pays = (name: string): boolean => CLOUD_CREDENTIALS.includes(name) || wanted.has(name.toUpperCase());
  const mayPay = kept.map(([name]) => name).filter(pays);
  return { env: { ...Object.fromEntries([...kept, ...ours]), ...proxyBypass(env) }, tookOut, mayPay };
}
