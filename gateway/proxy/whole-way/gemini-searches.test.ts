import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startGoogle } from '../../testing/start-google.ts';
import type { FakeGoogle, GoogleScript } from '../../testing/start-google.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const MODEL = 'gemini-3-flash-preview';
let test: TestGateway;
let google: FakeGoogle;
beforeAll(async () => {
  [test, google] = await Promise.all([startTestGateway(), startGoogle()]);
  const record = { kind: 'gemini', baseUrl: google.url, key: PROVIDER_KEY, unchecked: true } as const;
  await test.client.gateway.providers.add({ ...record, stopsWhenLeft: 'no' });
});
afterAll(() => Promise.all([test.stop(), google.stop()]));

const WAYS = ['generateContent', 'streamGenerateContent?alt=sse', 'interactions'] as const;
type Way = (typeof WAYS)[number];

function ask(key: string, way: Way, limit: number | undefined): Promise<{ readonly status: number }> {
  const isInteraction = way === 'interactions';
  const path = isInteraction ? way : `models/${MODEL}:${way}`;
  const body = isInteraction
    ? {
        model: MODEL,
        input: 'Hi',
        tools: [{ type: 'google_search' }],
        ...(limit !== undefined && { generation_config: { max_output_tokens: limit } }),
      }
    : {
        contents: [{ parts: [{ text: 'Hi' }] }],
        tools: [{ googleSearch: {} }],
        ...(limit !== undefined && { generationConfig: { maxOutputTokens: limit } }),
      };
  return rawRequest(`${test.gateway.url}/gemini/v1beta/${path}`, {
    headers: { 'x-goog-api-key': key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const script: fc.Arbitrary<GoogleScript> = fc.record({
  input: fc.integer({ min: 1, max: 20_000 }),
  output: fc.integer({ min: 10, max: 80_000 }),
  queries: fc.oneof(fc.nat(8), fc.nat(8_000)),
  repeats: fc.nat(20),
  invented: fc.oneof(fc.constant(0), fc.nat(8_000)),
});

it('however often a tool searches, and whatever it says of that, no cap is passed', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      script,
      fc.integer({ min: 1, max: 20 }),
      fc.array(
        fc.tuple(fc.constantFrom(...WAYS), fc.option(fc.integer({ min: 300, max: 65_536 }), { nil: undefined })),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      async (lies, dollars, asks) => {
        google.play(lies);
        runs += 1;
        const before = google.bill();
        const { key, id } = await test.issue(`${dollars}/day`);
        for (const [way, limit] of asks) await ask(key, way, limit);
        const cost = (await test.client.gateway.usage.recent({ limit: 500 }))
          .filter(({ subKeyId }) => subKeyId === id)
          .reduce((sum, row) => sum + row.cost, 0);
        const bill = google.bill() - before;
        expect(bill).toBeLessThanOrEqual(dollars * 1_000_000_000);
        expect(cost).toBeLessThanOrEqual(dollars * 1_000_000_000);
        expect(cost).toBeGreaterThanOrEqual(bill);
      },
    ),
    { numRuns: 60 },
  );
  expect(runs).toBeGreaterThanOrEqual(60);
}, 60_000);
