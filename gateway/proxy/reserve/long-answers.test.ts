import { afterEach, expect, it } from 'vitest';
import { startVendorGateway } from '../../testing/start-vendor-gateway.ts';
import type { VendorGateway } from '../../testing/start-vendor-gateway.ts';

// A typical turn of an agent: 31,000 tokens, half of them thought, under the cap that a new agent gets.
const TURN = { inputTokens: 20_000, outputTokens: 31_000, reasoningTokens: 15_500 } as const;
const DEFAULT_CAP = '10/day';
const PROMPT = [{ role: 'user' as const, content: 'Rewrite the whole module. '.repeat(3_000) }];

let test: VendorGateway;
afterEach(() => test.stop());

it(
  'an answer of 31,000 tokens, half of them reasoning, is made to its end: as Codex asks, and as Cline does',
  { timeout: 120_000 },
  async () => {
    test = await startVendorGateway({ script: TURN });
    const { key } = await test.issue(DEFAULT_CAP);
    const openai = test.openai(key);
    const codex = await openai.responses
      .stream({ model: 'gpt-6-sol', input: PROMPT, reasoning: { effort: 'high' }, store: false })
      .finalResponse();
    expect(codex).toMatchObject({
      status: 'completed',
      usage: { output_tokens: 31_000, output_tokens_details: { reasoning_tokens: 15_500 } },
    });
    const cline = await openai.chat.completions
      .stream({
        model: 'gpt-6-sol',
        messages: PROMPT,
        reasoning_effort: 'high',
        stream_options: { include_usage: true },
      })
      .finalChatCompletion();
    expect(cline).toMatchObject({ choices: [{ finish_reason: 'stop' }], usage: { completion_tokens: 31_000 } });
    const rows = await test.settled(2);
    expect(
      rows.map(({ outcome, certainty, outputTokens, outputLimit }) => [outcome, certainty, outputTokens, outputLimit]),
    ).toEqual(rows.map(() => ['served', 'exact', 31_000, null]));
    expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(test.provider.bill());
  },
);
