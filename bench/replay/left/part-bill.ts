import type { Usage } from '@pydantic/genai-prices';
import { askedModel, billOf, listBill } from '../bill/bill.ts';
import { readFinalReply, readParts } from '../bill/final-reply.ts';
import type { FinalReply } from '../bill/final-reply.ts';
import { usageOf } from '../bill/rates.ts';
import { dig, digText } from '../dig.ts';
import type { Exchange } from '../exchange.ts';
import type { Home } from '../homes.ts';

/** How far a stream had come when its provider learned that nobody reads it. */
export interface Progress {
  /** Tokens of output that were made, of all there are. */
  readonly made: number;
  readonly tokens: number;
  /** Results of hosted tools that had passed, of all there are. */
  readonly results: number;
  readonly allResults: number;
}

/**
 * A provider's bill for the first part of a stream: the input, in full unless rounds of hosted tools were still to
 * come, and the output that was made.
 * @returns undefined where the recording does not say enough
 */
export function billOfPart(exchange: Exchange, home: Home, at: number, progress: Progress): number | undefined {
  const whole = billOf(exchange, home, at);
  const reply = readFinalReply(exchange);
  if (!whole || !reply) return undefined;
  if (home.kind === 'ollama') return 0;
  const asked = askedModel(exchange);
  const usage = usageSoFar(whole.usage, firstRound(exchange, reply, home), progress);
  const inRounds = progress.allResults > 0;
  const document = inRounds ? withoutCalls(reply) : reply;
  const part = listBill({ reply: document, home, at, asked, usage })?.nanodollars;
  const full = listBill({ reply, home, at, asked, usage: whole.usage })?.nanodollars;
  if (part === undefined || full === undefined) return undefined;
  const share = inRounds ? progress.results / progress.allResults : 1;
  const fees = inRounds
    ? (full - (listBill({ reply: document, home, at, asked, usage: whole.usage })?.nanodollars ?? full)) * share
    : 0;
  // OpenRouter charges by its own list: the part is of what it said for the whole.
  return Math.floor((part + fees) * (full > 0 ? whole.nanodollars / full : 1));
}

/** The input of the first round: Anthropic says it at once; of the others it is the average round. */
function firstRound(exchange: Exchange, reply: FinalReply, { library }: Home): Usage | undefined {
  if (reply.flavor !== 'anthropic') return undefined;
  const started = readParts(exchange).find((part) => digText(part, 'type') === 'message_start');
  return usageOf(library, 'default', dig(started, 'message'));
}

function usageSoFar(whole: Usage, first: Usage | undefined, { made, tokens, results, allResults }: Progress): Usage {
  const written = tokens > 0 ? made / tokens : 0;
  const soFar = (name: string, count: number): number => {
    if (name.startsWith('output_')) return Math.floor(count * written);
    if (allResults === 0) return count;
    if (name === 'web_searches') return Math.floor((count * results) / allResults);
    const before = first ? (first[name] ?? 0) : count / (allResults + 1);
    return Math.floor(before + ((count - before) * results) / allResults);
  };
  return Object.fromEntries(Object.entries(whole).map(([name, count = 0]) => [name, soFar(name, count)]));
}

/** Fees are counted by the calls in a reply: those that had passed are charged apart. */
function withoutCalls(reply: FinalReply): FinalReply {
  return { ...reply, document: { ...reply.document, output: [], tool_usage: {} } };
}
