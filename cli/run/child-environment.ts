import { FAMILY_VARIABLES, variablesFor } from '../../gateway/connections/variables.ts';
import type { Routes } from '../../gateway/connections/tool-spec.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables of a child that spends through the gateway: base URL and sub-key for every protocol there is a provider
 * for. Whatever else carries a key or an address of a provider is taken out, also for protocols without a provider:
 * a child that went there would spend without a cap.
 */
export function childEnvironment(env: Environment, routes: Routes, key: string): Environment {
  const taken = new Set(Object.values(FAMILY_VARIABLES).flatMap(({ urls, keys, conflicts }) => [...urls.map(({ name }) => name), ...keys, ...conflicts]));
  // On Windows the names of variables have no case.
  const kept = Object.entries(env).filter(([name]) => !taken.has(name) && !taken.has(name.toUpperCase()));
  return { ...Object.fromEntries([...kept, ...variablesFor(routes, key)]), ...(routes.anthropic ? anthropicLogin(key) : {}) };
}

/** As a token, and an empty key: with a key Claude Code asks whether it may be used, and its answer would stay in its settings. */
export function anthropicLogin(key: string): Environment {
  return { ANTHROPIC_AUTH_TOKEN: key, ANTHROPIC_API_KEY: '' };
}
