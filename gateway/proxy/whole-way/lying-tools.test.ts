import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startVendorGateway } from '../../testing/start-vendor-gateway.ts';
import type { VendorGateway } from '../../testing/start-vendor-gateway.ts';
import { createLyingProvider } from '../../testing/lying-tools.ts';
import type { LyingProvider } from '../../testing/lying-tools.ts';

let provider: LyingProvider;
let test: VendorGateway;
beforeEach(async () => {
  provider = createLyingProvider();
  test = await startVendorGateway({ scene: provider.play });
});
afterEach(() => test.stop());

/** What a call of each may bring: the provider keeps to what it publishes, and to its model's window. */
const TOOLS = [
  { tool: { type: 'web_search' }, most: 1_000 },
  { tool: { type: 'file_search', vector_store_ids: ['vs_1'] }, most: 20_000 },
  { tool: { type: 'mcp', server_label: 'x', server_url: 'https://example.com' }, most: 60_000 },
  { tool: { type: 'code_interpreter', container: { type: 'auto' } }, most: 20_000 },
  { tool: { type: 'image_generation', quality: 'low', size: '1024x1024' }, most: 2_000 },
  { tool: { type: 'programmatic_tool_calling' }, most: 5_000 },
  { tool: { type: 'tool_search' }, most: 0 },
] as const;

const turn = fc.record({
  kind: fc.constantFrom(...TOOLS),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  calls: fc.constantFrom(0, 1, 2, 5, 9, 40),
  stream: fc.boolean(),
});

describe('a hosted tool that is called as often as it likes', () => {
  it('never makes the bill pass a cap, and the ledger is never below the bill', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 3, 10, 40),
        fc.array(turn, { minLength: 1, maxLength: 4 }),
        async (dollars, turns) => {
          const { id, key } = await test.issue(`${dollars}/day`);
          const before = provider.bill();
          for (const { kind, share, calls, stream } of turns) {
            // A round that the window would not hold is no round.
            const content = Math.min(Math.floor(share * kind.most), Math.floor(250_000 / Math.max(1, calls)));
            provider.wish({ calls, content, written: 50 });
            await rawRequest(`${test.openaiUrl}/responses`, {
              headers: { authorization: `Bearer ${key}` },
              body: JSON.stringify({
                model: 'gpt-5',
                input: 'Hi',
                max_output_tokens: 1_000,
                tools: [kind.tool],
                stream,
              }),
            });
          }
          const spent = provider.bill() - before;
          expect(spent).toBeLessThanOrEqual(dollars * 1e9);
          const cap = (await test.client.gateway.keys.list()).find((one) => one.id === id)?.caps[0];
          expect(cap?.reserved).toBe(0);
          expect(cap?.spent ?? 0).toBeGreaterThanOrEqual(spent);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is served without any change where its cap has room', async () => {
    const { key } = await test.issue('5000/day');
    for (const { tool } of TOOLS) {
      provider.wish({ calls: 3, content: 500, written: 50 });
      const reply = await rawRequest(`${test.openaiUrl}/responses`, {
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({ model: 'gpt-5', input: 'Hi', tools: [tool] }),
      });
      expect([tool.type, reply.status, reply.headers['x-purser-set']]).toEqual([tool.type, 200, undefined]);
    }
    const rows = await test.settled(TOOLS.length);
    expect(rows.map(({ certainty }) => certainty)).toEqual(rows.map(() => 'exact'));
    expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(provider.bill());
  });
});
