import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createTokenCounter } from './token-counter.ts';
import type { TokenCounter } from './token-counter.ts';

let counter: TokenCounter | undefined;
afterEach(() => counter?.close());

interface Timed<T> {
  readonly result: T;
  /** The longest that the event loop stood still, in milliseconds. */
  readonly pause: number;
  readonly took: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  let last = performance.now();
  let pause = 0;
  const timer = setInterval(() => {
    pause = Math.max(pause, performance.now() - last);
    last = performance.now();
  }, 5);
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(timer);
  return { result, pause, took };
}

/** The longest run of characters that is still given to the tokenizer, which knows none of them together. */
function hanOf(row: number): string {
  const codes = Array.from({ length: 200 }, (_, at) => 0x4e00 + (((row * 200 + at) * 7_919) % 20_000));
  return String.fromCharCode(...codes);
}

/** A thread that does what it is told in the text, in place of one that counts. */
function puppet(): Promise<Worker> {
  const code = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ text }) => {
      parentPort.postMessage('ready');
      if (text === 'hang') for (;;);
      if (text === 'throw') throw new Error('x');
      if (text === 'leave') process.exit(0);
      parentPort.postMessage(text.length);
    });`;
  return Promise.resolve(new Worker(code, { eval: true }));
}

describe('a counter of tokens', () => {
  it("counts with the vocabulary of the model, and no other maker's", async () => {
    const one = createTokenCounter({ deadlineMs: 10_000 });
    counter = one;
    expect(await one.count('Hello, world!', 'gpt-5')).toBe(4);
    expect(await one.count('Hello, world!', 'gpt-4')).toBe(4);
    expect(await one.count('Hello, world!', 'claude-opus-5')).toBeUndefined();
    const many = Array.from({ length: 20 }, (_, index) => 'one '.repeat(index + 1));
    const counted = await Promise.all(many.map((text) => one.count(text, 'gpt-5')));
    expect(counted).toEqual(many.map((_text, index) => index + 2));
  });

  it.each([
    ['spaces as wide as letters', '\u3000'.repeat(65_000)],
    ['long pieces', `${'x'.repeat(1_999)} `.repeat(3_800)],
    ['Han of all kinds', Array.from({ length: 5_000 }, (_, row) => hanOf(row)).join(' ')],
  ])('never stands in the way of a revoke, nor takes longer than it may: %s', async (_what, text) => {
    const one = createTokenCounter();
    counter = one;
    await one.count('The tables are loaded.', 'gpt-4o-mini');
    const { result, pause, took } = await timed(() => one.count(text, 'gpt-4o-mini'));
    expect(pause).toBeLessThan(1_000);
    expect(took).toBeLessThan(2_500);
    if (result !== undefined) expect(result).toBeLessThanOrEqual(Buffer.byteLength(text));
  });

  it('gives up what takes too long, and goes on with the next', async () => {
    counter = createTokenCounter({ deadlineMs: 300, start: puppet });
    const [hung, waited] = await Promise.all([counter.count('hang', 'gpt-5'), counter.count('waited', 'gpt-5')]);
    expect(hung).toBeUndefined();
    // It has waited too long behind the other one, or has just been in time.
    expect([undefined, 6]).toContain(waited);
    expect(await counter.count('later', 'gpt-5')).toBe(5);
  });

  it.each(['throw', 'leave'])('survives a thread that ends: %s', async (text) => {
    counter = createTokenCounter({ start: puppet });
    expect(await counter.count(text, 'gpt-5')).toBeUndefined();
    expect(await counter.count('later', 'gpt-5')).toBe(5);
  });

  it('counts nothing where no thread can be started', async () => {
    counter = createTokenCounter({ start: () => Promise.reject(new Error('no threads here')) });
    expect(await counter.count('x', 'gpt-5')).toBeUndefined();
    expect(await counter.count('x', 'gpt-5')).toBeUndefined();
  });

  it('counts nothing that no model reads, and nothing once it is closed', async () => {
    const one = createTokenCounter({ start: puppet });
    counter = one;
    expect(await one.count('x'.repeat(2 ** 24 + 1), 'gpt-5')).toBeUndefined();
    const waiting = [one.count('hang', 'gpt-5'), one.count('x', 'gpt-5')];
    await one.close();
    expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
    expect(await one.count('x', 'gpt-5')).toBeUndefined();
  });
});
