import type { RequestView } from '../../../shared/contract/views.ts';
import { createSeeded } from '../../seeded.ts';
import type { Seeded } from '../../seeded.ts';
import { askedModel, billOf } from '../bill/bill.ts';
import { digList, digText, readJson } from '../dig.ts';
import type { Exchange } from '../exchange.ts';
import { homeOf } from '../homes.ts';
import type { Home } from '../homes.ts';
import { gatewayPath } from '../place.ts';
import { SESSION_HEADER } from '../player.ts';
import type { Arrival } from '../player.ts';
import { send } from '../send.ts';
import type { Issued, Stage } from '../stage.ts';
import { stopsOf } from '../stops-when-left.ts';
import type { Stops } from '../stops-when-left.ts';
import { billOfPart } from './part-bill.ts';
import { HEADERS_MS, perform } from './perform.ts';
import { timelineOf, TOKENS_PER_SECOND } from './timeline.ts';
import type { Timeline } from './timeline.ts';

/** When a tool goes away. */
export interface Moment {
  readonly name: string;
  /** From when its milliseconds count: it arrived at the provider, or the headers of its reply came back. */
  readonly after: 'arrival' | 'headers';
  ms(timeline: Timeline, random: Seeded): number;
}

/** A row of a stream that is read on, or of one that was left. */
const ROW_MS = 9_000;

export const MOMENTS: readonly Moment[] = [
  {
    name: 'at a random moment',
    after: 'headers',
    ms: ({ duration }, random) => random.between(0, Math.max(0, Math.floor(duration) - 1)),
  },
  { name: '300 ms before the headers', after: 'arrival', ms: () => HEADERS_MS - 300 },
  { name: '20 ms after the headers', after: 'headers', ms: () => 20 },
];

/** One stream that was left, and what it came to. */
export interface Left {
  readonly exchange: Exchange;
  readonly home: Home;
  readonly moment: string;
  readonly model: string;
  readonly stops: Stops;
  /** After the headers; negative before them. */
  readonly leftAtMs: number;
  /** Tokens of output in all, and those of reasoning that do not show. */
  readonly tokens: number;
  readonly hidden: number;
  readonly hosted: boolean;
  /** `ended`: the whole stream had come before it was left; `unknown`: the recording does not say what it cost. */
  readonly end: 'left' | 'refused' | 'ended' | 'unknown';
  readonly row: RequestView | undefined;
  /** The provider's bill, in nano-dollars. */
  readonly bill: number;
}

/** Plays one stream in its own time and leaves it. @param seed draws the moment */
export async function playLeft(
  stage: Stage,
  exchange: Exchange,
  { subKey, moment, seed }: { readonly subKey: Issued; readonly moment: Moment; readonly seed: number },
): Promise<Left> {
  const home = homeOf(exchange.url);
  await stage.addHome(home);
  if (home.kind === 'custom-openai') await stage.setOwnPrice(home, askedModel(exchange));
  const usage = billOf(exchange, home, Date.now())?.usage ?? {};
  const { output_tokens: tokens = 0, output_reasoning_tokens: reasoning = 0 } = usage;
  const timeline = timelineOf(exchange, { tokens, reasoning });
  const stops = stopsOf(exchange, home);
  const ms = moment.ms(timeline, createSeeded(seed));
  const facts = {
    exchange,
    home,
    moment: moment.name,
    model: askedModel(exchange),
    stops,
    tokens,
    hidden: timeline.hidden,
    hosted: isHosted(exchange),
    leftAtMs: moment.after === 'headers' ? ms : ms - HEADERS_MS,
  };
  const nothing = { ...facts, row: undefined, bill: 0 };
  if (tokens === 0) return { ...nothing, end: 'unknown' };

  const session = `left-${subKey.id}-${seed}-${moment.name.replaceAll(' ', '-')}`;
  let performed: Promise<number> | undefined;
  const leave = new AbortController();
  const leaveAfter = (event: Moment['after']): void =>
    void (moment.after === event && setTimeout(() => leave.abort(), ms));
  const results = timeline.frames.filter(({ hostedResult }) => hostedResult);
  /** The provider's bill for a stream whose connection was closed then. */
  const billAt = (closedAt: number, at: number): number | undefined => {
    const made =
      stops === 'yes' ? Math.max(0, Math.min(tokens, Math.floor((closedAt / 1_000) * TOKENS_PER_SECOND))) : tokens;
    const passed = stops === 'yes' ? results.filter((result) => result.at <= closedAt).length : results.length;
    if (made === tokens) return billOf(exchange, home, at)?.nanodollars;
    return billOfPart(exchange, home, at, { made, tokens, results: passed, allResults: results.length });
  };
  stage.player.stage(session, async (arrival) => {
    // Purser's other requests beside the stream: its bill where the provider tells it, else nothing is recorded.
    if (performed) return tellAfterwards(arrival, billAt(await performed, Date.now()), usage);
    leaveAfter('arrival');
    performed = perform(exchange, timeline, arrival);
  });
  const got = await send({
    url: `${stage.url}${gatewayPath(home, exchange.url)}`,
    method: exchange.method,
    headers: { ...exchange.requestHeaders, authorization: `Bearer ${subKey.key}`, [SESSION_HEADER]: session },
    body: exchange.request,
    leave: leave.signal,
    onHeaders: () => leaveAfter('headers'),
  });
  if (!got.left) return { ...nothing, end: performed ? 'ended' : 'refused' };
  const row = await stage.row(session, (performed ? timeline.duration : 0) + ROW_MS);
  // Where it never came to the provider, nothing is billed.
  if (!performed) return { ...nothing, end: 'left', row };
  const closedAt = await performed;
  const bill = billAt(closedAt, row?.settledAt ?? Date.now());
  return bill === undefined ? { ...nothing, end: 'unknown' } : { ...facts, end: 'left', row, bill };
}

/** Answers what is asked about a stream that was left, as OpenRouter does. */
function tellAfterwards({ url, response }: Arrival, bill: number | undefined, usage: BillUsage): void {
  const known = url.pathname.endsWith('/generation') && bill !== undefined;
  response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
  const data = {
    total_cost: (bill ?? 0) / 1e9,
    cancelled: true,
    native_tokens_prompt: usage.input_tokens ?? 0,
    native_tokens_completion: usage.output_tokens ?? 0,
  };
  response.end(JSON.stringify(known ? { data } : { error: { message: 'Nothing is recorded for that.' } }));
}

type BillUsage = { readonly input_tokens?: number; readonly output_tokens?: number };

/** A tool of the provider's own is in the request. */
function isHosted({ request }: Exchange): boolean {
  const tools = digList(readJson(request.toString()), 'tools');
  return tools.some((tool) => {
    const type = digText(tool, 'type');
    if (type !== undefined) return !['function', 'custom'].includes(type);
    return ['googleSearch', 'codeExecution', 'urlContext', 'fileSearch'].some((name) =>
      Reflect.has(Object(tool), name),
    );
  });
}
