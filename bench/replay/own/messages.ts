import type { Fields } from '../dig.ts';
import type { ExchangeLine } from '../exchange.ts';
import { promptOf, recorded, shownTokens, wordsOf } from './turn.ts';
import type { Part, Turn } from './turn.ts';

const ANTHROPIC = 'https://api.anthropic.com/v1';

/** A turn in Anthropic's Messages. Source: Anthropic API reference, "Messages" and "Streaming messages". */
export function messages(turn: Turn): ExchangeLine {
  const { id, model, stream = false, asked = {}, base = ANTHROPIC, spent } = turn;
  const request = {
    model,
    max_tokens: 4_096,
    messages: [{ role: 'user', content: promptOf(spent) }],
    ...(stream && { stream }),
    ...asked,
  };
  const line = recorded({
    id,
    url: `${base}/messages`,
    request,
    reply: stream ? eventsOf(turn).map(wire).join('') : messageOf(turn),
  });
  return { ...line, requestHeaders: { ...line.requestHeaders, 'anthropic-version': '2023-06-01' } };
}

/** A stream in which the server gives up before it has written anything. */
export function overloaded(turn: Turn): ExchangeLine {
  const events = [{ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }];
  return { ...messages({ ...turn, stream: true }), reply: { text: events.map(wire).join('') } };
}

function eventsOf(turn: Turn): readonly Fields[] {
  const started = {
    ...messageOf(turn),
    content: [],
    stop_reason: null,
    usage: { ...inputUsage(turn), output_tokens: 1 },
  };
  const blocks = turn.parts.flatMap((part, index) => [
    { type: 'content_block_start', index, content_block: emptyBlock(part, index) },
    ...deltasOf(part).map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ]);
  const { usage, stop_reason: reason } = messageOf(turn);
  return [
    { type: 'message_start', message: started },
    { type: 'ping' },
    ...blocks,
    { type: 'message_delta', delta: { stop_reason: reason, stop_sequence: null }, usage },
    { type: 'message_stop' },
  ];
}

function deltasOf(part: Part): readonly Fields[] {
  if (part.kind === 'call')
    return (JSON.stringify(part.args).match(/.{1,8}/gs) ?? []).map((piece) => ({
      type: 'input_json_delta',
      partial_json: piece,
    }));
  return wordsOf(part.tokens).map((word) =>
    part.kind === 'text' ? { type: 'text_delta', text: word } : { type: 'thinking_delta', thinking: word },
  );
}

function emptyBlock(part: Part, index: number): Fields {
  if (part.kind === 'call') return { type: 'tool_use', id: `toolu_${index}`, name: part.name, input: {} };
  return part.kind === 'text' ? { type: 'text', text: '' } : { type: 'thinking', thinking: '', signature: '' };
}

function blockOf(part: Part, index: number): Fields {
  if (part.kind === 'call') return { type: 'tool_use', id: `toolu_${index}`, name: part.name, input: part.args };
  const text = wordsOf(part.tokens).join('');
  return part.kind === 'text' ? { type: 'text', text } : { type: 'thinking', thinking: text, signature: 'c2ln' };
}

function messageOf(turn: Turn): Fields {
  const { model, parts, spent, usage, told } = turn;
  const output = shownTokens(parts) + (spent.hidden ?? 0);
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model,
    stop_sequence: null,
    content: parts.map(blockOf),
    stop_reason: parts.some(({ kind }) => kind === 'call') ? 'tool_use' : 'end_turn',
    usage: {
      ...inputUsage(turn),
      output_tokens: output,
      service_tier: 'standard',
      ...((spent.hidden ?? 0) > 0 && { output_tokens_details: { thinking_tokens: spent.hidden } }),
      ...usage?.(spent, output),
    },
    ...told,
  };
}

/** Unlike OpenAI's, `input_tokens` leaves out what has to do with the cache. */
function inputUsage({ spent: { input, cached = 0, cacheWrite = 0, cacheWriteHour = 0 } }: Turn): Fields {
  return {
    input_tokens: input - cached - cacheWrite,
    cache_read_input_tokens: cached,
    cache_creation_input_tokens: cacheWrite,
    cache_creation: {
      ephemeral_5m_input_tokens: cacheWrite - cacheWriteHour,
      ephemeral_1h_input_tokens: cacheWriteHour,
    },
  };
}

function wire(document: Fields): string {
  return `event: ${String(document['type'])}\ndata: ${JSON.stringify(document)}\n\n`;
}
