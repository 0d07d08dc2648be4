import type { Fields } from '../dig.ts';
import type { ExchangeLine } from '../exchange.ts';
import { promptOf, recorded, shownTokens, thoughtTokens, wordsOf } from './turn.ts';
import type { Part, Turn } from './turn.ts';

const OPENAI = 'https://api.openai.com/v1';

/** A turn in OpenAI's chat protocol and everybody's who speaks it. Source: OpenAI API reference, "Chat completions". */
export function chat(turn: Turn): ExchangeLine {
  const { id, model, stream = false, asked = {}, base = OPENAI, spent } = turn;
  const wishes = stream ? { stream, stream_options: { include_usage: true } } : {};
  const request = { model, messages: [{ role: 'user', content: promptOf(spent) }], ...wishes, ...asked };
  return recorded({ id, url: `${base}/chat/completions`, request, reply: stream ? streamOf(turn) : plain(turn) });
}

/** The same for a tool that does not ask what its stream used, and so is not told. */
export function chatUnasked(turn: Turn): ExchangeLine {
  const line = chat({ ...turn, stream: true, asked: { ...turn.asked, stream_options: undefined } });
  return { ...line, reply: { text: chunksOf(turn).join('') + DONE } };
}

const DONE = 'data: [DONE]\n\n';

function plain(turn: Turn): Fields {
  const { model, parts, told } = turn;
  const calls = parts.flatMap((part, index) => (part.kind === 'call' ? [callOf(part, index)] : []));
  const message = {
    role: 'assistant',
    content: textOf(parts, 'text'),
    ...thought(textOf(parts, 'thought')),
    ...(calls.length > 0 && { tool_calls: calls }),
  };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model,
    choices: [{ index: 0, message, finish_reason: calls.length > 0 ? 'tool_calls' : 'stop' }],
    usage: usageOf(turn),
    ...told,
  };
}

function streamOf(turn: Turn): string {
  const last = {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    model: turn.model,
    choices: [],
    usage: usageOf(turn),
  };
  return [...chunksOf(turn), ...(turn.usageInLastChunk ? [] : [event(last)]), DONE].join('');
}

function chunksOf(turn: Turn): readonly string[] {
  const { model, parts, told } = turn;
  const chunk = (delta: Fields, finish: string | null = null): string =>
    event({
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      model,
      choices: [{ index: 0, delta, finish_reason: finish }],
      ...told,
      ...(finish !== null && turn.usageInLastChunk && { usage: usageOf(turn) }),
    });
  const shown = parts.flatMap((part, index): readonly Fields[] => {
    if (part.kind === 'call') return callDeltas(part, index);
    return wordsOf(part.tokens).map((word) => (part.kind === 'text' ? { content: word } : thought(word)));
  });
  const ends = parts.some(({ kind }) => kind === 'call') ? 'tool_calls' : 'stop';
  return [chunk({ role: 'assistant', content: '' }), ...shown.map((delta) => chunk(delta)), chunk({}, ends)];
}

function callDeltas(part: Extract<Part, { readonly kind: 'call' }>, index: number): readonly Fields[] {
  const pieces = JSON.stringify(part.args).match(/.{1,8}/gs) ?? [];
  const begun = { index: 0, id: `call_${index}`, type: 'function', function: { name: part.name, arguments: '' } };
  return [
    { tool_calls: [begun] },
    ...pieces.map((piece) => ({ tool_calls: [{ index: 0, function: { arguments: piece } }] })),
  ];
}

function callOf(part: Extract<Part, { readonly kind: 'call' }>, index: number): Fields {
  return { id: `call_${index}`, type: 'function', function: { name: part.name, arguments: JSON.stringify(part.args) } };
}

function usageOf({ parts, spent, usage }: Turn): Fields {
  const { input, cached = 0, hidden = 0 } = spent;
  const output = shownTokens(parts) + hidden;
  const own = usage?.(spent, output);
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    ...(cached > 0 && { prompt_tokens_details: { cached_tokens: cached } }),
    completion_tokens_details: { reasoning_tokens: hidden + thoughtTokens(parts) },
    ...own,
  };
}

function textOf(parts: readonly Part[], kind: 'text' | 'thought'): string {
  return parts.map((part) => (part.kind === kind ? wordsOf(part.tokens).join('') : '')).join('');
}

function thought(text: string): Fields {
  return text === '' ? {} : { reasoning_content: text };
}

function event(document: Fields): string {
  return `data: ${JSON.stringify(document)}\n\n`;
}
