import type { JsonObject } from '../dialect.ts';

/** What a batch is held at: half the price, always. No request can name it. Source: "Batch processing: pricing". */
export const BATCH_TIER = 'in-a-batch';

/** Values that cost the listed price. */
const ORDINARY: readonly unknown[] = [undefined, null, 'standard', 'standard_only', 'auto', 'global', 'not_available'];

/**
 * The settings of a request that change the price of every token (speed, place, service tier), in one word such as
 * `fast+us`. Source: Anthropic, "Pricing": fast mode, data residency, service tiers.
 * @returns undefined where nothing does
 */
export function tierOfRequest({ speed, inference_geo: place, service_tier: service }: JsonObject): string | undefined {
  return join(speed, place, service === BATCH_TIER ? 'unknown' : service);
}

/**
 * The same for a reply. A setting that it does not report is that of the request.
 * @param asked by the request, or reported earlier in the stream
 */
export function tierOfUsage(usage: JsonObject, asked: string | undefined): string | undefined {
  const was = asked?.split('+') ?? [];
  const known = (value: unknown, name: string): unknown => value ?? (was.includes(name) ? name : undefined);
  const service = usage['service_tier'] ?? was.find((name) => name !== 'fast' && name !== 'us');
  return join(known(usage['speed'], 'fast'), known(usage['inference_geo'], 'us'), service);
}

/** The tier of a request that is part of a batch. @param asked by itself */
export function tierInBatch(asked: string | undefined): string {
  return asked === undefined ? BATCH_TIER : `${asked}+${BATCH_TIER}`;
}

/** Joins names of tiers; a value that is no text has no price. */
function join(...values: readonly unknown[]): string | undefined {
  const names = values
    .filter((value) => !ORDINARY.includes(value))
    .map((value) => (typeof value === 'string' ? value : 'unknown'));
  return names.length > 0 ? names.join('+') : undefined;
}
