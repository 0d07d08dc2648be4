import { anthropicMessagesEndpoints } from '../dialects/anthropic-messages/endpoints.ts';
import { ANTHROPIC_LIST } from './common-endpoints.ts';
import { anthropicLimits } from './model-limits/anthropic.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { STOPS } from './stops-when-left.ts';
import { ORDINARY_PACE } from './stream-pace.ts';

/** Anthropic. Source: docs.anthropic.com API reference. */
export const anthropic: ProviderSpec = {
  kind: 'anthropic',
  title: 'Anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  prices: { id: 'anthropic', tierPercent },
  limitsOf: anthropicLimits,
  stopsWhenLeft: STOPS,
  // Fast mode, "up to 2.5 times" as fast, stays below it. Source: platform.claude.com, "Fast mode", 2026-11.
  mostTokensPerSecond: ORDINARY_PACE,
  sdkSuffix: '',
  versions: ['v1'],
  endpoints: anthropicMessagesEndpoints,
  keyHeader: (key) => ['x-api-key', key],
  freeQuestion: ANTHROPIC_LIST,
};

/** In percent, one on top of the other. Source: platform.claude.com, "Pricing" and "Fast mode". */
function tierPercent(tier: string, model: string): number | undefined {
  let percent = 100;
  for (const name of tier.split('+')) {
    const own = name === 'fast' ? fastPercent(model) : PERCENT.get(name);
    if (own === undefined) return undefined;
    percent = (percent * own) / 100;
  }
  return Math.round(percent);
}

/** Capacity of the priority tier is paid for before, and counted here as the price list has it. */
const PERCENT: ReadonlyMap<string, number> = new Map([['us', 110], ['priority', 100], ['batch', 50]]);

/**
 * Of models whose price list names it; every other one is refused. Source: platform.claude.com (2026-11-12), "Fast mode":
 * twice the price for Opus 5.5 and Fable and Mythos 5.2, and for Opus 5 and 4.8 in preview.
 */
function fastPercent(model: string): number | undefined {
  if (/^claude-(opus-4-8|opus-5(-5)?|(fable|mythos)-5-2)(-\d{8})?$/.test(model)) return 200;
  return /^claude-opus-4-[67]/.test(model) ? 600 : undefined;
}
