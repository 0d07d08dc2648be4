import { dig, digList, digText, readJson } from './dig.ts';
import { isEvents } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import { dataOf, framesOf } from './frames.ts';

/** English has about four bytes a token. */
const BYTES_PER_TOKEN = 4;

/**
 * The recorded reply, and for a chat stream whose usage only Purser has asked for the chunk that OpenAI sends then,
 * with figures by the length of both texts. Source: OpenAI API reference, "stream_options".
 */
export function replyAsAsked(exchange: Exchange, arrived: Buffer): Buffer {
  const asks = (body: Buffer): boolean => dig(readJson(body.toString()), 'stream_options', 'include_usage') === true;
  if (!isEvents(exchange.replyHeaders) || asks(exchange.request) || !asks(arrived)) return exchange.reply;
  const frames = framesOf(exchange.reply);
  const parsed = frames.map((frame) => readJson(dataOf(frame)));
  if (parsed.some((event) => typeof dig(event, 'usage') === 'object' && dig(event, 'usage') !== null))
    return exchange.reply;
  const done = frames.findIndex((frame) => dataOf(frame) === '[DONE]');
  if (done < 0) return exchange.reply;
  const written = parsed
    .flatMap((event) => digList(event, 'choices'))
    .reduce<number>((sum, choice) => sum + lengthOf(choice), 0);
  const input = Math.ceil(exchange.request.length / BYTES_PER_TOKEN);
  const output = Math.ceil(written / BYTES_PER_TOKEN);
  const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
  const { id, model } = { id: digText(parsed[0], 'id') ?? '', model: digText(parsed[0], 'model') ?? '' };
  const extra = Buffer.from(
    `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', model, choices: [], usage })}\n\n`,
  );
  return Buffer.concat([...frames.slice(0, done), extra, ...frames.slice(done)]);
}

function lengthOf(choice: unknown): number {
  const texts = [
    digText(choice, 'delta', 'content'),
    ...digList(choice, 'delta', 'tool_calls').map((call) => digText(call, 'function', 'arguments')),
  ];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);
}
