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
 * aborted reply costs the tokens generated until then.
 */
export async function generateReply(writer: ReplyWriter, job: ReplyJob): Promise<void> {
  const { turn, shape, script, prices, charge, gone } = job;
  const reported = script.saysNoInput === true ? { ...turn, ...NO_INPUT } : turn;
  if (script.silent === true) return waitUntil(gone);
  if (!(await pause(script.firstByteMs, gone))) return;
  charge(inputCost(turn, prices));
  if (turn.stream) {
    writer.begin(turn.array ? 'application/json; charset=UTF-8' : 'text/event-stream; charset=utf-8');
    await writeAll(writer, shape.begin(reported));
  }
  const texts: string[] = [];
  for (let index = 0; index < turn.outputTokens; index += 1) {
    const breakdown = breakdownAt(script, index);
    if (breakdown) return breakDown(breakdown, writer, job, index);
    if (!(await isNextTokenDue(job, index))) return;
    charge(prices.output);
    if (index < (turn.reasoningTokens ?? 0)) continue;
    const text = tokenText(index, script.words);
    texts.push(text);
    if (turn.stream) await writer.write(shape.token(reported, text, index % turn.choices));
  }
  const breakdown = breakdownAt(script, 'end');
  if (breakdown) return breakDown(breakdown, writer, job, turn.outputTokens);
  if (turn.stream) await writeAll(writer, shape.end(reported));
  else {
    writer.begin('application/json');
    await writer.write(JSON.stringify(shape.plain(reported, texts)));
  }
  await writer.end();
}

const NO_INPUT = { plainInputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

/** In nano-dollars. */
function inputCost(turn: Turn, prices: TokenPrices): number {
  return (
    turn.plainInputTokens * prices.input +
    turn.cacheReadTokens * prices.cacheRead +
    turn.cacheWriteTokens * prices.cacheWrite +
    (turn.searches ?? 0) * SEARCH_PRICE
  );
}

async function writeAll(writer: ReplyWriter, texts: readonly string[]): Promise<void> {
  for (const text of texts) await writer.write(text);
}

/** @returns false when the other side has left */
async function isNextTokenDue({ script, gone }: ReplyJob, index: number): Promise<boolean> {
  if (!(await pause(script.tokenMs, gone))) return false;
  // Without a delay, let the socket speak now and then: the other side may have left.
  if (index % TOKENS_PER_TURN === TOKENS_PER_TURN - 1) await nextTurn();
  return !gone.aborted;
}

type Breakdown = 'hang' | 'destroy' | 'fail';

/**
 * The way in which the script ends a reply before this token. At the end, one that was due after more tokens is due.
 */
function breakdownAt(script: Script, place: number | 'end'): Breakdown | undefined {
  const isHere = (after: number | undefined): boolean => after !== undefined && (after === place || place === 'end');
  if (isHere(script.hangAfterTokens)) return 'hang';
  if (isHere(script.destroyAfterTokens)) return 'destroy';
  return isHere(script.failAfterTokens) ? 'fail' : undefined;
}

async function breakDown(how: Breakdown, writer: ReplyWriter, job: ReplyJob, outputTokens: number): Promise<void> {
  if (how === 'hang') return waitUntil(job.gone);
  return how === 'destroy' ? writer.cut() : fail(writer, job, outputTokens);
}

/** Reports a failure, with the charges until then. */
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
