import { GoogleGenAI, Modality } from '@google/genai';
import type { LiveServerMessage, Session } from '@google/genai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLiveGateway } from '../../testing/start-live-gateway.ts';
import type { LiveGateway } from '../../testing/start-live-gateway.ts';
import { PROVIDER_KEY } from '../../testing/start-test-gateway.ts';

const MODEL = 'gemini-live-2.5-flash-preview';
const PIECE_MS = 100;

let test: LiveGateway;
let open: Session[];
beforeEach(async () => {
  test = await startLiveGateway({ outputTokens: 48 });
  open = [];
});
afterEach(async () => {
  for (const session of open) session.close();
  await test.stop();
});

/** A session of the official package, and what it has heard. */
async function openSession(apiKey: string, config: Record<string, unknown> = {}, model = MODEL) {
  const ai = new GoogleGenAI({ apiKey, httpOptions: { baseUrl: test.openaiUrl.replace('/openai/v1', '/gemini') } });
  const heard: LiveServerMessage[] = [];
  let close: (reason: { readonly code: number; readonly reason: string }) => void = () => undefined;
  const closed = new Promise<{ readonly code: number; readonly reason: string }>((resolve) => (close = resolve));
  const session = await ai.live.connect({
    model,
    config: { responseModalities: [Modality.AUDIO], ...config },
    callbacks: {
      onmessage: (message) => void heard.push(message),
      onclose: ({ code, reason }) => close({ code, reason }),
    },
  });
  open.push(session);
  const turns = (): number => heard.filter(({ serverContent }) => serverContent?.turnComplete === true).length;
  return { session, closed, heard, turns, turn: (count: number) => expect.poll(turns).toBe(count) };
}

function play(session: Session, ms: number, value: number): void {
  const data = Buffer.alloc(PIECE_MS * 32, value).toString('base64');
  for (let at = 0; at < ms; at += PIECE_MS)
    session.sendRealtimeInput({ audio: { data, mimeType: 'audio/pcm;rate=16000' } });
}

async function costs() {
  return (await test.client.gateway.usage.recent({ limit: 500 })).toReversed().filter(({ cost }) => cost > 0);
}
async function billed(count: number) {
  await expect.poll(async () => (await costs()).length).toBe(count);
  return costs();
}
const sumOf = (rows: readonly { readonly cost: number }[]): number => rows.reduce((sum, { cost }) => sum + cost, 0);

describe('a turn of the Gemini Live API', () => {
  it('is a request of its own, with the official package', async () => {
    const { key } = await test.issue('5/day');
    const { session, turn } = await openSession(key, { systemInstruction: 'Be brief.' });
    for (let count = 1; count <= 3; count += 1) {
      session.sendClientContent({ turns: 'Hello', turnComplete: true });
      await turn(count);
    }
    const rows = await billed(3);
    expect(rows.map(({ certainty, outcome, model }) => [certainty, outcome, model])).toEqual(
      rows.map(() => ['exact', 'served', MODEL]),
    );
    expect(sumOf(rows)).toBe(test.provider.bill());
    const seen = test.provider.requests.at(-1);
    expect(seen?.headers['x-goog-api-key']).toBe(PROVIDER_KEY);
    expect(JSON.stringify(test.provider.requests)).not.toContain(key);
  });

  it('is begun by a person who speaks, and reads the silence too', async () => {
    const { session, turn } = await openSession((await test.issue('5/day')).key);
    for (let count = 1; count <= 2; count += 1) {
      play(session, 2_000, 1);
      play(session, 600, 0);
      await turn(count);
    }
    const rows = await billed(2);
    expect(rows.every(({ certainty }) => certainty === 'exact')).toBe(true);
    expect(sumOf(rows)).toBe(test.provider.bill());
  });

  it('is limited by the setup to half of what the whole cap could pay', async () => {
    test.provider.setScript({ outputTokens: 8_000 });
    const { session, turn } = await openSession((await test.issue('0.05/day')).key);
    session.sendClientContent({ turns: 'Hello', turnComplete: true });
    await turn(1);
    expect(test.provider.bill()).toBeLessThanOrEqual(50_000_000);
    expect(test.provider.bill()).toBeGreaterThan(20_000_000);
    expect(sumOf(await billed(1))).toBe(test.provider.bill());
  });
});

describe('a session of the Gemini Live API ends', () => {
  it('when the cap has no room for its next turn, with the sentence as the reason', async () => {
    test.provider.setScript({ outputTokens: 400 });
    const { key } = await test.issue('0.03/day');
    const { session, closed, turns } = await openSession(key, { maxOutputTokens: 400 });
    let isClosed = false;
    void closed.then(() => (isClosed = true));
    for (let count = 1; count < 50 && !isClosed; count += 1) {
      session.sendClientContent({ turns: 'Hello', turnComplete: true });
      await expect.poll(() => isClosed || turns() >= count).toBe(true);
    }
    expect(turns()).toBeGreaterThan(2);
    expect(await closed).toMatchObject({ code: 1008, reason: expect.stringContaining('$0.03') });
    expect(test.provider.bill()).toBeLessThanOrEqual(30_000_000);
    expect(sumOf(await costs())).toBe(test.provider.bill());
  });

  it('by a revoke, at once, and what was under way is paid', async () => {
    test.provider.setScript({ outputTokens: 4_000, tokenMs: 2 });
    const { key, id } = await test.issue('5/day');
    const { session, closed, heard } = await openSession(key);
    session.sendClientContent({ turns: 'Hello', turnComplete: true });
    await expect.poll(() => heard.some(({ serverContent }) => serverContent?.modelTurn)).toBe(true);
    expect((await test.client.gateway.keys.revoke({ id })).cutMs).toBeLessThan(1_000);
    expect(await closed).toMatchObject({ code: 1008, reason: expect.stringContaining('revoked') });
    const [row] = await billed(1);
    expect(row).toMatchObject({ outcome: 'cut' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it.each([
    ['gemini-3-flash-preview', 'no price of sound'],
    ['gemini-nobody-live', 'does not know the price'],
  ])('before it begins where sound has no price: %s', async (model, words) => {
    const { key } = await test.issue('5/day');
    await expect(openSession(key, {}, model)).rejects.toThrow(words);
    expect(test.provider.bill()).toBe(0);
  });
});
