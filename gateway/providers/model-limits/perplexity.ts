import { limitsFrom } from '../../domain/model/limits-table.ts';

/** Source: docs.perplexity.ai, the page of each model, and openrouter.ai/perplexity, as of 2026-11. */
export const perplexityLimits = limitsFrom([
  ['sonar-pro sonar-pro-search', 200_000, 8_192],
  ['r1-1776 llama-3.1-sonar-small-128k-online llama-3.1-sonar-large-128k-online', 128_000, 128_000],
  ['sonar sonar-reasoning sonar-reasoning-pro sonar-deep-research', 128_000, 128_000],
]);
