import type { IncomingHttpHeaders } from 'node:http';
import type { SimulatedFault } from './script.ts';

/** The terms of a request, in any dialect. */
export interface AskedReply {
  readonly model: string;
  readonly stream: boolean;
  /** Per choice. */
  readonly outputLimit: number;
  readonly choices: number;
  /** The stream ends with a usage chunk (OpenAI: only when asked; Anthropic: always). */
  readonly streamUsage: boolean;
  /** Its stream is the items of one JSON array instead of server-sent events. */
  readonly array?: boolean;
  /** Its limit is on the answer alone: thoughts come on top of it. */
  readonly limitOmitsThinking?: boolean;
  /** Most searches of the web that it allows; left out where the dialect has none. */
  readonly mostSearches?: number;
  /** Answered at once, and generated afterwards. */
  readonly background?: boolean;
  /** Only gets ready for the next request, and generates nothing. */
  readonly prepares?: boolean;
  /** The `stream_id` that it came with, where it names one. */
  readonly streamId?: string;
}

/** One reply under way. */
export interface Turn extends AskedReply {
  readonly id: string;
  /** Seconds since the Unix epoch. */
  readonly created: number;
  /** Neither read from the cache nor written to it. */
  readonly plainInputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  /** All choices together. */
  readonly outputTokens: number;
  /** The limit ended it. */
  readonly cut: boolean;
  readonly noUsage: boolean;
  /** Searches of the web, each billed, and each followed by another round that reads all input again. */
  readonly searches?: number;
  /** The first of its output tokens: billed and never shown. */
  readonly reasoningTokens?: number;
}

export type RefusalKind = SimulatedFault | 'wrong-key' | 'bad-request' | 'unknown-model' | 'not-found';

export interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

/** The form of one dialect on the wire. */
export interface ReplyShape {
  /** The key of a request, from where this dialect has it. */
  keyIn(headers: IncomingHttpHeaders): string | undefined;
  /** @returns a sentence when the request is malformed. */
  readAsk(body: Readonly<Record<string, unknown>>, headers: IncomingHttpHeaders, url: string): AskedReply | string;
  refuse(kind: RefusalKind, message: string): Refusal;
  plain(turn: Turn, text: readonly string[]): unknown;
  /** Events as text, with LF: before the first token, for one token of one choice, and after the last. */
  begin(turn: Turn): readonly string[];
  token(turn: Turn, text: string, choice: number): string;
  end(turn: Turn): readonly string[];
  /** Events of a failure after so many tokens; left out where the connection just ends. */
  fail?(turn: Turn, outputTokens: number): readonly string[];
}

const WORDS = [
  'Simulated ',
  'reply: ',
  'pünktlich ',
  'bezahlt, ',
  '支付 ',
  '完了 ',
  '🪙 ',
  'naïve ',
  'tokens ',
  'flow. ',
] as const;

/** The text of the n-th token: never empty, sometimes several bytes a character. */
export function tokenText(index: number, words: readonly string[] = WORDS): string {
  return words[index % words.length] ?? 'x';
}

/** The token of an `Authorization: Bearer` header. */
export function bearerIn(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
}

/** True for a whole number from 1 up. */
export function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

/** True for a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
