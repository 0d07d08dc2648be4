import { once } from 'node:events';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { TokenPrices } from './price-table.ts';
import { tokenText } from './reply-shape.ts';
import type { ReplyShape, Turn } from './reply-shape.ts';
import type { ReplyWriter } from './reply-writer.ts';
import type { Script } from './script.ts';

const TOKENS_PER_TURN = 16;
/** 10 USD for 1,000. */
const SEARCH_PRICE = 10_000_000;

export interface ReplyJob {
  readonly turn: Turn;
  readonly shape: ReplyShape;
  readonly script: Script;
  readonly prices: TokenPrices;
  /** Adds nano-dollars to the bill. */
  readonly charge: (nanodollars: number) => void;
  /** Aborted when the other side is gone or the provider stops. */
  readonly gone: AbortSignal;
}

/**
 * Generates one reply: charges the input when it starts and each output token just before it is sent, so that an
 * aborted reply costs what was generated until then.
 */
export async function generateReply(writer: ReplyWriter, job: ReplyJob): Promise<void> {
  const { turn, shape, script, prices, charge, gone } = job;
  const nothing = { plainInputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
  const told = script.saysNoInput === true ? { ...turn, ...nothing } : turn;
  if (script.silent === true) return waitUntil(gone);
  if (!(await pause(script.firstByteMs, gone))) return;
  charge(
    turn.plainInputTokens * prices.input +
      turn.cacheReadTokens * prices.cacheRead +
      turn.cacheWriteTokens * prices.cacheWrite +
      (turn.searches ?? 0) * SEARCH_PRICE,
  );

  if (turn.stream) {
    writer.begin(turn.array ? 'application/json; charset=UTF-8' : 'text/event-stream; charset=utf-8');
    for (const text of shape.begin(told)) await writer.write(text);
  }
  const texts: string[] = [];
  for (let index = 0; index < turn.outputTokens; index += 1) {
    if (script.hangAfterTokens === index) return waitUntil(gone);
    if (script.destroyAfterTokens === index) return writer.cut();
    if (script.failAfterTokens === index) return fail(writer, job, index);
    if (!(await pause(script.tokenMs, gone))) return;
    // Without a delay, let the socket speak now and then: the other side may have left.
    if (index % TOKENS_PER_TURN === TOKENS_PER_TURN - 1) await nextTurn();
    if (gone.aborted) return;
    charge(prices.output);
    if (index < (turn.reasoningTokens ?? 0)) continue;
    const text = tokenText(index, script.words);
    texts.push(text);
    if (turn.stream) await writer.write(shape.token(told, text, index % turn.choices));
  }
  if (script.hangAfterTokens !== undefined) return waitUntil(gone);
  if (script.destroyAfterTokens !== undefined) return writer.cut();
  if (script.failAfterTokens !== undefined) return fail(writer, job, turn.outputTokens);

  if (turn.stream) {
    for (const text of shape.end(told)) await writer.write(text);
  } else {
    writer.begin('application/json');
    await writer.write(JSON.stringify(shape.plain(told, texts)));
  }
  await writer.end();
}

/** Says that it failed, with what it charged until then. */
async function fail(writer: ReplyWriter, { turn, shape }: ReplyJob, outputTokens: number): Promise<void> {
  if (!turn.stream || shape.fail === undefined) return writer.cut();
  for (const text of shape.fail(turn, outputTokens)) await writer.write(text);
  await writer.end();
}

/** @returns false when the other side left meanwhile. */
async function pause(ms: number | undefined, gone: AbortSignal): Promise<boolean> {
  if (ms !== undefined && ms > 0) await wait(ms, undefined, { signal: gone }).catch(() => undefined);
  return !gone.aborted;
}

async function waitUntil(gone: AbortSignal): Promise<void> {
  if (!gone.aborted) await once(gone, 'abort');
}
