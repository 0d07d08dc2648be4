import type { Fields } from '../dig.ts';
import type { ExchangeLine } from '../exchange.ts';
import { promptOf, recorded, shownTokens, thoughtTokens, wordsOf } from './turn.ts';
import type { Part, Turn } from './turn.ts';

const OPENAI = 'https://api.openai.com/v1';

/** A turn in OpenAI's Responses. Source: OpenAI API reference, "Responses" and "Streaming events". */
export function responses(turn: Turn): ExchangeLine {
  const { id, model, stream = false, asked = {}, base = OPENAI, spent } = turn;
  const request = { model, input: promptOf(spent), ...(stream && { stream }), ...asked };
  const reply = stream ? eventsOf(turn).map(wire).join('') : responseOf(turn, 'completed');
  return recorded({ id, url: `${base}/responses`, request, reply });
}

/** A stream that breaks off with an error in place of its end. */
export function failedResponse(turn: Turn): ExchangeLine {
  const events = eventsOf(turn);
  const error = { code: 'server_error', message: 'The server had an error.' };
  const response = { ...responseOf(turn, 'failed'), error, usage: null };
  const line = responses({ ...turn, stream: true });
  return {
    ...line,
    reply: { text: [...events.slice(0, -3), { type: 'response.failed', response }].map(wire).join('') },
  };
}

function eventsOf(turn: Turn): readonly Fields[] {
  const begun = { ...responseOf(turn, 'in_progress'), output: [], usage: null };
  const items = turn.parts.flatMap((part, index) => itemEvents(part, index));
  return [
    { type: 'response.created', response: begun },
    { type: 'response.in_progress', response: begun },
    ...items,
    { type: 'response.completed', response: responseOf(turn, 'completed') },
  ];
}

function itemEvents(part: Part, index: number): readonly Fields[] {
  const item = itemOf(part, index);
  const place = { output_index: index, item_id: item['id'] };
  const deltas =
    part.kind === 'call'
      ? (JSON.stringify(part.args).match(/.{1,8}/gs) ?? []).map((delta) => ({
          type: 'response.function_call_arguments.delta',
          ...place,
          delta,
        }))
      : wordsOf(part.tokens).map((delta) => ({
          type: part.kind === 'text' ? 'response.output_text.delta' : 'response.reasoning_summary_text.delta',
          ...place,
          delta,
        }));
  return [
    { type: 'response.output_item.added', output_index: index, item },
    ...deltas,
    { type: 'response.output_item.done', output_index: index, item },
  ];
}

function itemOf(part: Part, index: number): Fields {
  if (part.kind === 'call')
    return {
      type: 'function_call',
      id: `fc_${index}`,
      call_id: `call_${index}`,
      name: part.name,
      arguments: JSON.stringify(part.args),
      status: 'completed',
    };
  const text = wordsOf(part.tokens).join('');
  if (part.kind === 'thought')
    return { type: 'reasoning', id: `rs_${index}`, summary: [{ type: 'summary_text', text }] };
  return {
    type: 'message',
    id: `msg_${index}`,
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text, annotations: [] }],
  };
}

function responseOf({ model, parts, spent, usage, told }: Turn, status: string): Fields {
  const { input, cached = 0, hidden = 0 } = spent;
  const output = shownTokens(parts) + hidden;
  return {
    id: 'resp_1',
    object: 'response',
    status,
    model,
    service_tier: 'default',
    tools: [],
    output: parts.map(itemOf),
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: hidden + thoughtTokens(parts) },
      total_tokens: input + output,
      ...usage?.(spent, output),
    },
    ...told,
  };
}

function wire(document: Fields, index: number): string {
  return `event: ${String(document['type'])}\ndata: ${JSON.stringify({ ...document, sequence_number: index })}\n\n`;
}
