import { readJson } from '../dig.ts';
import type { Exchange } from '../exchange.ts';
import { isEvents } from '../exchange.ts';
import { dataOf, framesOf } from '../frames.ts';
import { shownIn } from './visible.ts';

/** How fast an answer is made, in tokens a second, where nothing else is said. */
export const TOKENS_PER_SECOND = 100;

interface Output {
  /** In all. */
  readonly tokens: number;
  /** Those of them that may be hidden. */
  readonly reasoning: number;
  readonly perSecond?: number;
}

interface Frame {
  readonly bytes: Buffer;
  /** Milliseconds after the headers. */
  readonly at: number;
  readonly hostedResult: boolean;
}

/** When each part of a recorded stream is sent. */
export interface Timeline {
  readonly frames: readonly Frame[];
  /** From the headers to the last part, in milliseconds. */
  readonly duration: number;
  /** Tokens of reasoning that are made before anything shows. */
  readonly hidden: number;
}

/**
 * The opening events of a stream come with the headers; then reasoning that does not show takes its time; then the
 * events that show something follow each other at even distances, and in the end what closes it.
 */
export function timelineOf(exchange: Exchange, { tokens, reasoning, perSecond = TOKENS_PER_SECOND }: Output): Timeline {
  const parts = isEvents(exchange.replyHeaders) ? framesOf(exchange.reply) : [exchange.reply];
  const shown = parts.map((bytes) => ({ bytes, ...shownIn(readJson(dataOf(bytes))) }));
  const hidden = shown.some(({ thought }) => thought) ? 0 : Math.min(reasoning, tokens);
  const silence = (hidden / perSecond) * 1_000;
  const duration = (tokens / perSecond) * 1_000;
  const first = shown.findIndex(({ length }) => length > 0);
  const last = shown.findLastIndex(({ length }) => length > 0);
  const momentOf = (index: number): number => {
    if (first < 0 || index > last) return duration;
    return index < first ? 0 : silence + ((index - first + 1) / (last - first + 1)) * (duration - silence);
  };
  return {
    frames: shown.map(({ bytes, hostedResult }, index) => ({ bytes, hostedResult, at: momentOf(index) })),
    duration,
    hidden,
  };
}
