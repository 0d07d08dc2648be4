import { isObject, readCount } from '../../dialects/json/read-json.ts';
import { reportedCostOf } from '../../dialects/usage/reported-cost.ts';
import { servedModel } from '../../dialects/usage/served-model.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { AskAfterwards } from '../provider-spec.ts';

/**
 * Reads the record that OpenRouter keeps of a generation, also of one whose stream was left: `cancelled`, and what it
 * cost. It is there some seconds later. Source: openrouter.ai/docs/api-reference/get-a-generation, 2026-11.
 */
export const openRouterGeneration: AskAfterwards = {
  path: (id) => `generation?id=${encodeURIComponent(id)}`,
  read({ data }) {
    if (!isObject(data)) return undefined;
    const { total_cost: cost, is_byok, upstream_inference_cost } = data;
    const charged = reportedCostOf({ cost, is_byok, cost_details: { upstream_inference_cost } });
    if (charged.reportedCost === undefined) return undefined;
    const input = readCount(data['native_tokens_prompt']) ?? 0;
    const cacheRead = Math.min(readCount(data['native_tokens_cached']) ?? 0, input);
    const output = readCount(data['native_tokens_completion']) ?? 0;
    return { ...NO_USAGE, input, cacheRead, output, ...charged, ...servedModel(data['model']) };
  },
};
