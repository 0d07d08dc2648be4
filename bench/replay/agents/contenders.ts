import type { Fields } from '../dig.ts';
import { exchangeOf } from '../exchange.ts';
import type { Exchange, ExchangeLine } from '../exchange.ts';
import { chat } from '../own/chat.ts';
import { gemini } from '../own/gemini.ts';
import { messages } from '../own/messages.ts';
import { responses } from '../own/responses.ts';
import type { Turn } from '../own/turn.ts';
import { agentLoad } from './agent-request.ts';
import type { AgentLoad } from './agent-request.ts';

/** A coding agent at one model: its request, and the turn that the model answers with. */
export interface Contender {
  readonly name: string;
  /** How it asks. */
  readonly how: string;
  readonly exchange: Exchange;
}

/** The usage of every turn: nine tenths of the input were read before. */
export const TURN = { input: 50_000, cached: 45_000, output: 1_000 };

type Writer = (turn: Turn) => ExchangeLine;
type Asker = (load: AgentLoad, extra: Fields) => Fields;

const askResponses: Asker = ({ system, code, tools }, extra) => ({
  instructions: system,
  input: [{ role: 'user', content: code }],
  tools: tools.map((tool) => ({ type: 'function', strict: false, ...tool })),
  store: false,
  ...extra,
});

const askChat: Asker = ({ system, code, tools }, extra) => ({
  messages: [
    { role: 'system', content: system },
    { role: 'user', content: code },
  ],
  tools: tools.map((tool) => ({ type: 'function', function: tool })),
  ...extra,
});

const askGemini: Asker = ({ system, code, tools }, extra) => ({
  systemInstruction: { parts: [{ text: system }] },
  contents: [{ role: 'user', parts: [{ text: code }] }],
  tools: [{ functionDeclarations: tools }],
  ...extra,
});

/** Marked for the cache as Claude Code does it. */
const askMessages =
  (ttl: '5m' | '1h'): Asker =>
  ({ system, code, tools }, extra) => {
    const mark = { cache_control: { type: 'ephemeral', ...(ttl === '1h' && { ttl }) } };
    return {
      system: [{ type: 'text', text: system, ...mark }],
      messages: [{ role: 'user', content: [{ type: 'text', text: code, ...mark }] }],
      tools: tools.map(({ parameters, ...tool }) => ({ ...tool, input_schema: parameters })),
      ...extra,
    };
  };

const claude = (model: string, limit: number, ttl: '5m' | '1h') =>
  contender(model, `${limit.toLocaleString('en-US')}, cache ${ttl}`, messages, askMessages(ttl), { max_tokens: limit });
const openai = (model: string) => contender(model, 'Responses, no limit', responses, askResponses);
const other = (model: string, base: string) => contender(model, 'chat, no limit', chat, askChat, {}, base);

/** Every one that is played; the requests are made when they are asked for. */
export function contenders(): readonly Contender[] {
  return [
    openai('gpt-5.5'),
    openai('gpt-5.6-sol'),
    openai('gpt-6-sol'),
    openai('gpt-6-astra'),
    claude('claude-sonnet-5', 32_000, '5m'),
    claude('claude-opus-5', 64_000, '1h'),
    claude('claude-opus-5-5', 128_000, '1h'),
    claude('claude-fable-5-1', 64_000, '1h'),
    contender('gemini-3.8-flash', 'no limit', gemini, askGemini),
    other('grok-4.6', 'https://api.x.ai/v1'),
    other('deepseek-v4-pro', 'https://api.deepseek.com/v1'),
  ];
}

function contender(
  model: string,
  how: string,
  write: Writer,
  ask: Asker,
  extra: Fields = {},
  base?: string,
): Contender {
  // The turn's own request is replaced; a field of it stays only where the vendor wants it.
  const none = { input: undefined, messages: undefined, contents: undefined };
  const asked = { ...none, ...ask(agentLoad(), extra) };
  const spent = { input: TURN.input, cached: TURN.cached };
  const line = write({
    id: `agent-${model}`,
    model,
    stream: true,
    asked,
    parts: [{ kind: 'text', tokens: TURN.output }],
    spent,
    ...(base !== undefined && { base }),
  });
  return { name: model, how, exchange: exchangeOf(line) };
}
