import type { AskFault, JsonObject } from '../dialect.ts';

/**
 * The service tier a request asks for. `auto` is what the project says at OpenAI, and a reply tells which it was.
 * Source: OpenAI API reference, "service_tier".
 */
export function readTier(body: JsonObject): { readonly tier?: string } | AskFault {
  const tier = body['service_tier'] ?? 'auto';
  if (tier === 'auto' || tier === 'default') return {};
  if (tier === 'flex') return { tier };
  return { fault: 'unbounded', message: `The service tier ${JSON.stringify(tier)} has prices of its own that Purser does not know yet. Use "default".` };
}
