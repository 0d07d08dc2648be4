import { bearerIn, isLimit, isObject } from '../reply-shape.ts';
import type { ReplyShape, Turn } from '../reply-shape.ts';
import { mostOutputOf, openAiReplies } from './openai-replies.ts';

/** The state of a stream: events are numbered, and its end repeats all text. */
interface ReplyState {
  sequence: number;
  text: string;
}
const states = new WeakMap<Turn, ReplyState>();

/** OpenAI responses. Source: OpenAI API reference, "Responses" and "Streaming events". */
export const responsesReplies: ReplyShape = {
  keyIn: bearerIn,
  readAsk(body) {
    const { model, stream, max_output_tokens: limit, max_tool_calls: calls, tools, background } = body;
    if (typeof model !== 'string') return "Missing required parameter: 'model'.";
    if (body['input'] === undefined && body['previous_response_id'] === undefined && body['prompt'] === undefined)
      return "Missing required parameter: 'input'.";
    if (typeof limit === 'number' && limit < 16)
      return "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16.";
    const searches =
      Array.isArray(tools) && tools.some((tool) => isObject(tool) && String(tool['type']).startsWith('web_search'));
    return {
      model,
      stream: stream === true,
      outputLimit: Math.min(mostOutputOf(model), isLimit(limit) ? limit : Infinity),
      choices: 1,
      streamUsage: true,
      mostSearches: searches ? (isLimit(calls) ? calls : Infinity) : 0,
      background: background === true,
      prepares: body['generate'] === false,
    };
  },
  refuse: openAiReplies.refuse,
  plain: (turn, text) => responseOf(turn, turn.background === true ? 'queued' : endOf(turn), text.join('')),
  begin: (turn) => [
    event(turn, 'response.created', { response: responseOf(turn, 'in_progress', '') }),
    event(turn, 'response.in_progress', { response: responseOf(turn, 'in_progress', '') }),
    ...(turn.prepares === true ? [] : firstItemsOf(turn)),
  ],
  token(turn, text) {
    tellOf(turn).text += text;
    return event(turn, 'response.output_text.delta', { ...part(turn), delta: text, logprobs: [] });
  },
  end(turn) {
    const { text } = tellOf(turn);
    const status = endOf(turn);
    if (turn.prepares === true)
      return [event(turn, 'response.completed', { response: responseOf(turn, 'completed', '') })];
    return [
      event(turn, 'response.output_text.done', { ...part(turn), text, logprobs: [] }),
      event(turn, 'response.content_part.done', { ...part(turn), part: textOf(text) }),
      event(turn, 'response.output_item.done', { output_index: place(turn), item: messageOf(turn, text) }),
      event(turn, `response.${status}`, { response: responseOf(turn, status, text) }),
    ];
  },
  fail(turn, outputTokens) {
    const error = { code: 'server_error', message: 'The server had an error (simulated).' };
    const response = responseOf({ ...turn, outputTokens }, 'failed', tellOf(turn).text);
    return [
      event(turn, 'error', { ...error, param: null }),
      event(turn, 'response.failed', { response: { ...response, error } }),
    ];
  },
};

function firstItemsOf(turn: Turn): readonly string[] {
  return [
    ...searchesOf(turn).flatMap((item, index) => [
      event(turn, 'response.output_item.added', { output_index: index, item: { ...item, status: 'in_progress' } }),
      event(turn, 'response.output_item.done', { output_index: index, item }),
    ]),
    event(turn, 'response.output_item.added', {
      output_index: place(turn),
      item: { ...messageOf(turn, ''), content: [], status: 'in_progress' },
    }),
    event(turn, 'response.content_part.added', { ...part(turn), part: textOf('') }),
  ];
}

function tellOf(turn: Turn): ReplyState {
  const known = states.get(turn) ?? { sequence: -1, text: '' };
  states.set(turn, known);
  return known;
}

function event(turn: Turn, type: string, fields: object): string {
  const tell = tellOf(turn);
  tell.sequence += 1;
  const streamId = turn.streamId !== undefined && { stream_id: turn.streamId };
  const data = JSON.stringify({ type, sequence_number: tell.sequence, ...fields, ...streamId });
  return `event: ${type}\ndata: ${data}\n\n`;
}

const endOf = (turn: Turn): string => (turn.cut ? 'incomplete' : 'completed');
const idOf = (turn: Turn): string => `msg_simulated_${turn.id}`;
const place = (turn: Turn): number => searchesOf(turn).length;
const part = (turn: Turn) => ({ item_id: idOf(turn), output_index: place(turn), content_index: 0 });
const textOf = (text: string) => ({ type: 'output_text', annotations: [], logprobs: [], text });

function messageOf(turn: Turn, text: string) {
  return { id: idOf(turn), type: 'message', status: endOf(turn), role: 'assistant', content: [textOf(text)] };
}

function searchesOf(turn: Turn) {
  return Array.from({ length: turn.searches ?? 0 }, (_, index) => ({
    id: `ws_simulated_${turn.id}_${index}`,
    type: 'web_search_call',
    status: 'completed',
    action: { type: 'search', query: 'simulated', queries: ['simulated'] },
  }));
}

function responseOf(turn: Turn, status: string, text: string) {
  const over = ['completed', 'incomplete', 'failed'].includes(status);
  return {
    id: `resp_simulated_${turn.id}`,
    object: 'response',
    created_at: turn.created,
    status,
    background: turn.background === true,
    error: null,
    incomplete_details: status === 'incomplete' ? { reason: 'max_output_tokens' } : null,
    instructions: null,
    model: turn.model,
    output: over && turn.prepares !== true ? [...searchesOf(turn), messageOf(turn, text)] : [],
    parallel_tool_calls: true,
    service_tier: 'default',
    tool_choice: 'auto',
    tools: turn.searches === undefined ? [] : [{ type: 'web_search' }],
    usage: over && !turn.noUsage ? usageOf(turn) : null,
    metadata: {},
    ...(turn.searches !== undefined && { tool_usage: { web_search: { num_requests: turn.searches } } }),
  };
}

function usageOf(turn: Turn) {
  const input = turn.plainInputTokens + turn.cacheReadTokens + turn.cacheWriteTokens;
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: turn.cacheReadTokens, cache_write_tokens: turn.cacheWriteTokens },
    output_tokens: turn.outputTokens,
    output_tokens_details: { reasoning_tokens: turn.reasoningTokens ?? 0 },
    total_tokens: input + turn.outputTokens,
  };
}
