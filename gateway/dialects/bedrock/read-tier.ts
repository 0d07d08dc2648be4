import type { Call, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';

const ORDINARY: readonly unknown[] = [undefined, null, '', 'default', 'standard'];

/**
 * The settings of a request that change the price of every token, in one word such as `flex+optimized`: the service
 * tier and optimized latency, in the body of Converse or in headers. Source: Amazon Bedrock API reference, "Converse",
 * "InvokeModel"; 2026-11.
 */
export function tierOfCall({ body, headers = {} }: Pick<Call, 'body' | 'headers'>): string | undefined {
  return joinTier(
    headerOr(headers['x-amzn-bedrock-service-tier'], typeOf(body['serviceTier'])),
    headerOr(headers['x-amzn-bedrock-performanceconfig-latency'], latencyOf(body)),
  );
}

/** The same of a reply; what it does not report is as it was asked for. */
export function tierOfReply(reply: JsonObject, asked: string | undefined): string | undefined {
  if (reply['serviceTier'] === undefined) return asked;
  return joinTier(typeOf(reply['serviceTier']), asked?.split('+').includes('optimized') ? 'optimized' : undefined);
}

function joinTier(service: unknown, latency: unknown): string | undefined {
  const names = [service, latency].filter((value) => !ORDINARY.includes(value));
  return names.length > 0
    ? names.map((value) => (typeof value === 'string' ? value.toLowerCase() : 'unknown')).join('+')
    : undefined;
}

function headerOr(header: unknown, field: unknown): unknown {
  return header ?? field;
}

function typeOf(tier: unknown): unknown {
  return isObject(tier) ? tier['type'] : tier;
}

function latencyOf({ performanceConfig: config }: JsonObject): unknown {
  return isObject(config) ? config['latency'] : config;
}
