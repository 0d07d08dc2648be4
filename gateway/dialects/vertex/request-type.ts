import type { Call } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';

/** Of two headers, the first keeps to what a project has paid for in advance, and the second names the rest's tier. */
const KEEPS_TO = 'x-vertex-ai-llm-request-type';
const TIER = 'x-vertex-ai-llm-shared-request-type';

/**
 * The service tier that a request asks for in its headers. Source: docs.cloud.google.com, "Priority PayGo", "Flex
 * PayGo"; 2026-11.
 */
export function tierOfHeaders({ headers = {} }: Pick<Call, 'headers'>): string | undefined {
  const [asked] = [headers[TIER] ?? undefined].flat();
  if (asked !== undefined) return asked.toLowerCase();
  const [kept] = [headers[KEEPS_TO] ?? undefined].flat();
  // `dedicated` costs nothing more, and `shared` is the ordinary tier.
  return kept === undefined || kept === 'dedicated' || kept === 'shared' ? undefined : kept.toLowerCase();
}

/**
 * True for a reply that was served, and billed, at the ordinary tier, whatever was asked for. Source:
 * docs.cloud.google.com, "UsageMetadata.TrafficType"; 2026-11.
 */
export function isOrdinary(usageMetadata: unknown): boolean {
  return isObject(usageMetadata) && usageMetadata['trafficType'] === 'ON_DEMAND';
}
