import { dig, digList, digText, fieldsOf, readJson } from '../dig.ts';
import type { Fields } from '../dig.ts';
import { isEvents, isStream } from '../exchange.ts';
import type { Exchange } from '../exchange.ts';
import { dataOf, framesOf } from '../frames.ts';

/** The form of a reply, as the price library calls it. */
export type Flavor = 'chat' | 'responses' | 'anthropic' | 'gemini' | 'embeddings';

/** A reply in the end: one document, whether it came whole or as a stream. */
export interface FinalReply {
  readonly flavor: Flavor;
  /** With `usage` or `usageMetadata`, and `model` or `modelVersion`. */
  readonly document: Fields;
  /** The reply says that it failed, and not what was used. */
  readonly failed: boolean;
}

export function flavorOf({ url }: Pick<Exchange, 'url'>): Flavor {
  const { pathname } = url;
  if (/:\w+$/.test(pathname)) return 'gemini';
  if (pathname.endsWith('/messages')) return 'anthropic';
  if (pathname.endsWith('/embeddings')) return 'embeddings';
  return /\/responses(\/|$)/.test(pathname) ? 'responses' : 'chat';
}

/** Reads it. @returns undefined for what is neither JSON nor a stream of it */
export function readFinalReply(exchange: Exchange): FinalReply | undefined {
  const flavor = flavorOf(exchange);
  const documents = isStream(exchange) ? readParts(exchange) : [readJson(exchange.reply.toString())];
  const document = documents.length === 0 ? undefined : merge(flavor, documents);
  if (document === undefined) return undefined;
  const usage = document[flavor === 'gemini' ? 'usageMetadata' : 'usage'];
  return { flavor, document, failed: (usage ?? null) === null && documents.some(isError) };
}

/** The documents that a stream is made of. */
export function readParts(exchange: Exchange): readonly unknown[] {
  if (!isEvents(exchange.replyHeaders)) return digList(readJson(exchange.reply.toString()));
  return framesOf(exchange.reply)
    .map((frame) => readJson(dataOf(frame)))
    .filter((part) => part !== undefined);
}

function merge(flavor: Flavor, parts: readonly unknown[]): Fields | undefined {
  const [first] = parts;
  switch (flavor) {
    case 'anthropic': {
      const started = fieldsOf(dig(first, 'message') ?? first);
      const usages = parts.flatMap((part) =>
        digText(part, 'type') === 'message_delta' ? [known(dig(part, 'usage'))] : [],
      );
      const usage = usages.reduce<Fields>((all, next) => ({ ...all, ...next }), known(started['usage']));
      return { ...started, usage: Object.keys(usage).length === 0 ? undefined : usage };
    }
    case 'responses': {
      const ended = parts.findLast((part) =>
        /^response\.(completed|incomplete|failed)$/.test(digText(part, 'type') ?? ''),
      );
      return fieldsOf(ended === undefined ? first : dig(ended, 'response'));
    }
    case 'gemini': {
      const usages = parts.map((part) => known(dig(part, 'usageMetadata')));
      const candidates = parts.flatMap((part) => digList(part, 'candidates'));
      const usageMetadata = usages.reduce<Fields>((all, next) => ({ ...all, ...next }), {});
      return { ...fieldsOf(first), ...(Object.keys(usageMetadata).length > 0 && { usageMetadata }), candidates };
    }
    case 'chat':
    case 'embeddings': {
      const told = parts.findLast((part) => typeof usageIn(part) === 'object' && usageIn(part) !== null);
      return { ...fieldsOf(first), ...fieldsOf(told), usage: usageIn(told) };
    }
  }
}

/** Groq once had it in a field of its own. */
function usageIn(part: unknown): unknown {
  return dig(part, 'usage') ?? dig(part, 'x_groq', 'usage');
}

/** Without what is null: that says nothing. */
function known(usage: unknown): Fields {
  return Object.fromEntries(Object.entries(fieldsOf(usage)).filter(([, value]) => value !== null));
}

function isError(part: unknown): boolean {
  return (dig(part, 'error') ?? null) !== null || ['error', 'response.failed'].includes(digText(part, 'type') ?? '');
}
