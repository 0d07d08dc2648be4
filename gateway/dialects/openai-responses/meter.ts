import type { TokenBound, TokenUsage } from '../../domain/usage.ts';
import type { Ask, EventVerdict, JsonObject, OtherPass, StreamMeter } from '../dialect.ts';
import { isObject, parseObject } from '../json/read-json.ts';
import { believedInput, growUsage } from '../usage/grow-usage.ts';
import { servedModel } from '../usage/served-model.ts';
import { createItemCount } from './item-count.ts';
import { createPartialOutput } from './partial-output.ts';
import { readResponsesUsage } from './read-usage.ts';
import { writeTruncation } from './truncation.ts';

const TERMINAL = new Set(['response.completed', 'response.incomplete', 'response.failed']);

/** Meters a stream of response events: the final figure comes in the event that ends it, whichever it is. */
export function createResponsesMeter(ask: Ask): StreamMeter {
  const output = createPartialOutput();
  const items = createItemCount();
  let response: JsonObject | undefined;
  let reported: TokenUsage | undefined;
  let served: Pick<TokenUsage, 'model'> = {};
  let final = false;
  let begun = false;
  let ended = false;
  let failed = false;
  let sequence = 0;

  const goesOn = (): boolean => ask.outlivesStream === true || response?.['background'] === true;

  const seeResponse = (current: JsonObject): void => {
    response = current;
    served = { ...served, ...servedModel(current['model']) };
    const now = readResponsesUsage(current, ask, items.calls);
    reported = now ? growUsage(reported, { ...served, ...now }) : reported;
  };

  const end = (type: string, last: unknown): EventVerdict => {
    ended = true;
    final = isObject(last) && readResponsesUsage(last, ask) !== undefined;
    failed ||= type === 'response.failed' && (!final || isNothing(reported));
    return 'last';
  };

  const see = (payload: JsonObject, size: number): EventVerdict => {
    const type = String(payload['type']);
    if (typeof payload['sequence_number'] === 'number') sequence = payload['sequence_number'];
    begun = true;
    if (type === 'error') failed = true;
    if (isObject(payload['response'])) seeResponse(payload['response']);
    else {
      output.see(type, payload, size);
      items.see(type, payload);
    }
    return TERMINAL.has(type) ? end(type, payload['response']) : 'relay';
  };

  return {
    see(event) {
      const payload = parseObject(event.data);
      return payload ? see(payload, event.data.length) : 'relay';
    },
    usage: () => (final ? reported : undefined),
    inputSoFar: () => believedInput(reported),
    boundSoFar: (bound, more) => (goesOn() ? bound : boundByCalls(ask, bound, items.hostedCalls(), more)),
    othersSoFar: (more) => (goesOn() ? (ask.others ?? []) : passesSoFar(ask, items.pictures(), more)),
    hostedCalls: items.hostedCalls,
    // A response in the background goes on when its stream is left.
    outputBytes: () => (goesOn() && !final ? Infinity : items.outputBytes()),
    estimateVisible: items.estimateVisible,
    outputEvents: items.outputEvents,
    truncation: () =>
      writeTruncation({
        model: ask.model,
        response,
        begun,
        ended,
        output,
        sequence,
        usage: reported,
        outputTokens: items.outputEvents(),
      }),
    failed: () => failed,
    responseId: () => (typeof response?.['id'] === 'string' ? response['id'] : undefined),
  };
}

/**
 * The bound of a request with hosted tools by the calls of them that its stream has shown.
 * @param more calls that may have been begun since
 */
function boundByCalls(ask: Ask, bound: TokenBound, shown: number, more: number): TokenBound {
  const held = (ask.rounds ?? 1) - 1;
  // Calls up to the held number may have begun since, and no more; calls that were shown were made.
  const made = Math.max(shown, Math.min(held, shown + more));
  const used = ask.usedBy?.(made, bound.output);
  if (used === undefined) return bound;
  const { rounds = 1, extras } = used;
  // Where only the window bounds a round, each round is as large as any other.
  const byWindow = Math.ceil((bound.input * rounds) / (held + 1));
  const most = made > held ? Infinity : bound.input;
  const input = used.inputBound === undefined ? byWindow : Math.min(most, used.inputBound * rounds);
  return { ...bound, input, extras: { requests: 1, ...extras } };
}

/**
 * The passes that may have begun. Pictures show when they begin, so there can be no more than those and what has begun
 * since; nothing shows of a summary, but it is written in the time of the stream.
 */
function passesSoFar({ others = [] }: Ask, drawn: number, more: number): readonly OtherPass[] {
  const pictures = others.filter(({ kind }) => kind === 'picture');
  const begun = Math.max(drawn, Math.min(pictures.length, drawn + more));
  const last = pictures.at(-1);
  const beyond = last ? Array.from({ length: begun - pictures.length }, () => last) : [];
  const summaries = others.filter(({ kind }) => kind !== 'picture').map((pass) => ({ ...pass, output: 0 }));
  return [...pictures.slice(0, begun), ...beyond, ...summaries];
}

function isNothing(usage: TokenUsage | undefined): boolean {
  return usage === undefined || usage.input + usage.output === 0;
}
