import { BATCH_TIER } from '../../dialects/openai-chat/batches/create-batch.ts';
import { withoutDate } from '../../domain/policy/model-name.ts';

/**
 * In percent of the ordinary price. Source: openai.com/api-fast-mode, which priority processing is called since
 * 2026-07-30; read 2026-11.
 */
const FAST: ReadonlyMap<string, number> = new Map([
  ['gpt-5.5', 250],
  ['gpt-5.4', 200],
  ['gpt-5.4-mini', 200],
  ['gpt-5.2', 200],
  ['gpt-5.1', 200],
  ['gpt-5.1-codex', 200],
  ['gpt-5', 200],
  ['gpt-5-codex', 200],
  ['gpt-5-mini', 180],
  ['gpt-4.1', 175],
]);
/**
 * Twice, long context too. Source: openai.com/api-fast-mode (GPT-5.6) and the model pages of GPT-6 at
 * developers.openai.com, 2026-11.
 */
const FAST_TWICE = /^gpt-(5\.6|(5\.6|6(\.\d)?)-(sol|terra|luna|astra))$/;
/**
 * Source: developers.openai.com/api/docs/guides/ultrafast-mode; no price was found for the other models that have it.
 * 2026-10.
 */
const ULTRAFAST: ReadonlyMap<string, number> = new Map([['gpt-6-astra', 600]]);
/** Models that are served in the flex tier, at the price of a batch: half. Source: OpenAI, "Flex processing". */
const FLEX = /^(gpt-[56]|o3|o4-mini)/;

/** Price of a service tier of OpenAI's, in percent. @returns undefined for a tier that is not known of this model */
export function openAiTierPercent(tier: string, model: string): number | undefined {
  if (tier === BATCH_TIER) return 50;
  const name = withoutDate(model);
  if (tier === 'priority' || tier === 'fast') return FAST_TWICE.test(name) ? 200 : FAST.get(name);
  if (tier === 'ultrafast') return ULTRAFAST.get(name);
  return tier === 'flex' && FLEX.test(model) ? 50 : undefined;
}
