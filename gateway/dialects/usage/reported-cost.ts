import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';

/** No request costs a million dollars. */
const MOST_USD = 1_000_000;

/**
 * The charge that OpenRouter reports in its `usage` object, whatever the protocol: credits of one dollar each. With the
 * person's own key at the model's maker, that maker's charge comes on top. Rounded up. The price decides whether it is
 * believed. Source: OpenRouter, "Usage accounting" and "Bring your own key". xAI reports its own in ticks.
 */
export function reportedCostOf(usage: JsonObject): Pick<TokenUsage, 'reportedCost'> {
  const ticks = usage['cost_in_usd_ticks'];
  if (typeof ticks === 'number' && ticks > 0) return costInTicks(ticks);
  const cost = readUsd(usage['cost']);
  if (cost === undefined) return {};
  if (usage['is_byok'] !== true) return { reportedCost: cost };
  const details = usage['cost_details'];
  const upstream = isObject(details) ? readUsd(details['upstream_inference_cost']) : undefined;
  return upstream === undefined ? {} : { reportedCost: nanodollarsOf(cost + upstream) };
}

/** "1 USD = 10,000,000,000 ticks". Source: docs.x.ai/developers/cost-tracking, 2026-11. */
const TICKS = 1e10;

function costInTicks(ticks: number): Pick<TokenUsage, 'reportedCost'> {
  const cost = readUsd(ticks / TICKS);
  return cost === undefined ? {} : { reportedCost: cost };
}

function readUsd(value: unknown): Nanodollars | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > MOST_USD) return undefined;
  // The noise of a double is far below a nano-dollar, and must not be rounded up to one.
  return nanodollarsOf(Math.ceil(Number((value * 1e9).toPrecision(12))));
}
