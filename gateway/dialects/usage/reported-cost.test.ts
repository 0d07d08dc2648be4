import { describe, expect, it } from 'vitest';
import { readAnthropicUsage } from '../anthropic-messages/read-usage.ts';
import { readOpenAiUsage } from '../openai-chat/read-usage.ts';
import { readResponsesUsage } from '../openai-responses/read-usage.ts';
import { reportedCostOf } from './reported-cost.ts';

describe('what a provider says it charged', () => {
  it.each([
    [{ cost: 0.95 }, 950_000_000],
    [{ cost: 0 }, 0],
    [{ cost: 1e-9 }, 1],
    [{ cost: 1e-10 }, 1],
    [{ cost: 0.1 + 0.2 }, 300_000_000],
    [{ cost: 0.01, is_byok: false, cost_details: { upstream_inference_cost: 5 } }, 10_000_000],
    [{ cost: 0.01, is_byok: true, cost_details: { upstream_inference_cost: 5 } }, 5_010_000_000],
    // Part of it is not the whole.
    [{ cost: 0.01, is_byok: true }, undefined],
    [{ cost: 0.01, is_byok: true, cost_details: { upstream_inference_cost: null } }, undefined],
    [{}, undefined],
    [{ cost: '0.95' }, undefined],
    [{ cost: -1 }, undefined],
    [{ cost: 1e300 }, undefined],
    [{ cost: Number.NaN }, undefined],
    [{ cost: null }, undefined],
  ])('%j', (usage, cost) => expect(reportedCostOf(usage).reportedCost).toBe(cost));

  it('is read in every protocol', () => {
    expect(readOpenAiUsage({ prompt_tokens: 1, completion_tokens: 1, cost: 0.5 })?.reportedCost).toBe(500_000_000);
    expect(
      readResponsesUsage({ usage: { input_tokens: 1, output_tokens: 1, cost: 0.5 } }, { model: 'x' })?.reportedCost,
    ).toBe(500_000_000);
    expect(readAnthropicUsage({ input_tokens: 1, output_tokens: 1, cost: 0.5 })?.reportedCost).toBe(500_000_000);
  });
});
