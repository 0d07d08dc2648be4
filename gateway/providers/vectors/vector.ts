import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import type { DialectId, JsonObject } from '../../dialects/dialect.ts';

/**
 * One reply as a provider sends it, and what it bills for that, worked out by hand. Its shape is from the source that
 * is named, and so are its numbers where they were recorded; a rate of $1 per million tokens is 1,000 nano-dollars a
 * token.
 */
export interface Vector {
  readonly provider: ProviderKind;
  readonly dialect: DialectId;
  /** The kinds of usage it has, as `docs/metering.md` calls them. */
  readonly kinds: readonly string[];
  /** What is special about it, in a word or two. */
  readonly what: string;
  /** Where its shape is from. */
  readonly source: string;
  /** Its endpoint; `{model}` is the model. */
  readonly path: string;
  readonly model: string;
  /** The request, without its model. */
  readonly asked: JsonObject;
  /** When it ends; left out: at an hour without a peak. */
  readonly at?: string;
  /** A whole reply, or what follows one another in a stream; left out where the request alone says what it costs. */
  readonly reply?: JsonObject | readonly JsonObject[];
  /** In nano-dollars. */
  readonly bill: number;
}

/** What a vector says beside what its helper knows. */
export type VectorCase = Omit<Vector, 'provider' | 'dialect' | 'path' | 'asked'> &
  Partial<Pick<Vector, 'asked' | 'path'>>;

const HELLO = [{ role: 'user', content: 'Hi' }];
const BEGUN = { index: 0, delta: { role: 'assistant', content: 'Hi' }, finish_reason: null };

/** A chat completion. */
export function chat(provider: ProviderKind, vectorCase: VectorCase): Vector {
  return { provider, dialect: 'openai-chat', path: 'chat/completions', asked: { messages: HELLO }, ...vectorCase };
}

/** A response. */
export function response(provider: ProviderKind, vectorCase: VectorCase): Vector {
  return { provider, dialect: 'openai-responses', path: 'responses', asked: { input: 'Hi' }, ...vectorCase };
}

/** A message. */
export function message(provider: ProviderKind, vectorCase: VectorCase): Vector {
  return {
    provider,
    dialect: 'anthropic-messages',
    path: 'messages',
    asked: { messages: HELLO, max_tokens: 100 },
    ...vectorCase,
  };
}

/** The chunks of a chat completion: one with text, and the last. @param end what the last one has beside its choice */
export function chunks(end: JsonObject, choice: JsonObject = {}): readonly JsonObject[] {
  return [
    { id: 'c', object: 'chat.completion.chunk', choices: [BEGUN] },
    {
      id: 'c',
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: {}, finish_reason: 'stop', ...choice }],
      ...end,
    },
  ];
}

/** A reply in OpenAI's or Anthropic's shape with this usage. */
export function replyWith(usage: JsonObject): JsonObject {
  return { id: 'x', usage };
}
