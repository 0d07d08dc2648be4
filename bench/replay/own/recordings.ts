import { exchangeOf } from '../exchange.ts';
import type { Exchange, ExchangeLine } from '../exchange.ts';
import { chat, chatUnasked } from './chat.ts';
import { gemini, geminiArray } from './gemini.ts';
import { messages, overloaded } from './messages.ts';
import { failedResponse, responses } from './responses.ts';
import { failed, recorded } from './turn.ts';
import type { Part } from './turn.ts';

const text = (tokens: number): Part => ({ kind: 'text', tokens });
const thought = (tokens: number): Part => ({ kind: 'thought', tokens });
const CALL: Part = { kind: 'call', name: 'read_file', args: { path: 'gateway/proxy/arrive/door.ts', from: 1, to: 60 } };
const FUNCTION = {
  type: 'function',
  function: {
    name: 'read_file',
    description: 'Reads a file.',
    parameters: { type: 'object', properties: { path: { type: 'string' } } },
  },
};
const stream = true;

const OPENAI: readonly ExchangeLine[] = [
  chat({ id: 'chat', model: 'gpt-4o', parts: [text(30)], spent: { input: 60 } }),
  chat({
    id: 'chat-stream',
    model: 'gpt-4.1-mini',
    stream,
    parts: [text(150)],
    spent: { input: 1_500, cached: 1_024 },
  }),
  chatUnasked({ id: 'chat-stream-unasked', model: 'gpt-4o-mini', parts: [text(40)], spent: { input: 60 } }),
  chat({
    id: 'chat-tool',
    model: 'gpt-5-mini',
    asked: { tools: [FUNCTION] },
    parts: [CALL],
    spent: { input: 900, hidden: 128 },
  }),
  chat({
    id: 'chat-tool-stream',
    model: 'gpt-5.4',
    stream,
    asked: { tools: [FUNCTION], max_completion_tokens: 2_000 },
    parts: [text(12), CALL],
    spent: { input: 900, hidden: 64 },
  }),
  failed(chat({ id: 'chat', model: 'gpt-4o', parts: [], spent: { input: 60 } }), 429, {
    error: { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' },
  }),
  responses({ id: 'response', model: 'gpt-5.5', parts: [thought(20), text(40)], spent: { input: 200, hidden: 64 } }),
  responses({
    id: 'response-stream',
    model: 'gpt-5.5',
    stream,
    parts: [text(120)],
    spent: { input: 4_000, cached: 3_840, hidden: 100 },
  }),
  responses({
    id: 'response-tool-stream',
    model: 'gpt-6-sol',
    stream,
    asked: { tools: [{ type: 'function', name: 'read_file', parameters: { type: 'object', properties: {} } }] },
    parts: [thought(40), CALL],
    spent: { input: 2_000 },
  }),
  failedResponse({ id: 'response-failed', model: 'gpt-5.5', parts: [text(8)], spent: { input: 60 } }),
  recorded({
    id: 'embeddings',
    url: 'https://api.openai.com/v1/embeddings',
    request: { model: 'text-embedding-3-small', input: 'Hi there' },
    reply: { object: 'list', data: [], model: 'text-embedding-3-small', usage: { prompt_tokens: 3, total_tokens: 3 } },
  }),
];

const ANTHROPIC: readonly ExchangeLine[] = [
  messages({ id: 'message', model: 'claude-sonnet-5', parts: [text(50)], spent: { input: 120 } }),
  messages({
    id: 'message-stream',
    model: 'claude-opus-5',
    stream,
    asked: { max_tokens: 64_000 },
    parts: [thought(60), text(140)],
    spent: { input: 3_000, cached: 2_000 },
  }),
  messages({
    id: 'message-cache',
    model: 'claude-haiku-4-5',
    asked: { system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral', ttl: '1h' } }] },
    parts: [text(20)],
    spent: { input: 6_000, cached: 2_000, cacheWrite: 3_000, cacheWriteHour: 1_000 },
  }),
  messages({
    id: 'message-tool-stream',
    model: 'claude-opus-5-5',
    stream,
    asked: { tools: [{ name: 'read_file', input_schema: { type: 'object', properties: {} } }] },
    parts: [text(25), CALL],
    spent: { input: 1_500, hidden: 40 },
  }),
  messages({
    id: 'message-search',
    model: 'claude-sonnet-4-5',
    asked: { tools: [{ type: 'web_search_20250305', name: 'web_search', max_uses: 2 }] },
    parts: [text(80)],
    spent: { input: 9_000 },
    usage: () => ({ server_tool_use: { web_search_requests: 2 } }),
  }),
  overloaded({ id: 'message-overloaded', model: 'claude-sonnet-5', parts: [], spent: { input: 60 } }),
  failed(messages({ id: 'message', model: 'claude-sonnet-5', parts: [], spent: { input: 60 } }), 529, {
    type: 'error',
    error: { type: 'overloaded_error', message: 'Overloaded' },
  }),
];

const GOOGLE: readonly ExchangeLine[] = [
  gemini({ id: 'gemini', model: 'gemini-2.5-flash', parts: [text(40)], spent: { input: 80 } }),
  gemini({
    id: 'gemini-stream',
    model: 'gemini-3.8-flash',
    stream,
    parts: [thought(36), text(144)],
    spent: { input: 4_000, cached: 2_048 },
  }),
  geminiArray({
    id: 'gemini-array',
    model: 'gemini-2.5-pro',
    stream,
    parts: [text(60)],
    spent: { input: 300, hidden: 100 },
  }),
  gemini({
    id: 'gemini-tool',
    model: 'gemini-3.8-flash',
    asked: { tools: [{ functionDeclarations: [{ name: 'read_file' }] }] },
    parts: [CALL],
    spent: { input: 500, hidden: 30 },
  }),
  gemini({
    id: 'gemini-search',
    model: 'gemini-2.5-flash',
    asked: { tools: [{ googleSearch: {} }] },
    parts: [text(60)],
    spent: { input: 90 },
    told: {
      groundingMetadata: {
        webSearchQueries: ['caps'],
        groundingChunks: [{ web: { uri: 'https://example.org', title: 'Caps' } }],
      },
    },
  }),
];

const OTHERS: readonly ExchangeLine[] = [
  chat({
    id: 'mistral-stream',
    base: 'https://api.mistral.ai/v1',
    model: 'mistral-large-latest',
    stream,
    usageInLastChunk: true,
    asked: { stream_options: undefined, max_tokens: 1_000 },
    parts: [text(120)],
    spent: { input: 400 },
    usage: () => ({ num_cached_tokens: 256 }),
  }),
  chat({
    id: 'groq-stream',
    base: 'https://api.groq.com/openai/v1',
    model: 'openai/gpt-oss-120b',
    stream,
    asked: { max_completion_tokens: 1_000 },
    parts: [text(90)],
    spent: { input: 300, hidden: 20 },
  }),
  chat({
    id: 'deepseek-stream',
    base: 'https://api.deepseek.com',
    model: 'deepseek-v4-pro',
    stream,
    asked: { max_tokens: 1_000 },
    parts: [thought(50), text(70)],
    spent: { input: 2_000, cached: 1_920 },
    usage: () => ({ prompt_cache_hit_tokens: 1_920, prompt_cache_miss_tokens: 80 }),
  }),
  chat({
    id: 'xai',
    base: 'https://api.x.ai/v1',
    model: 'grok-4.6',
    asked: { max_completion_tokens: 1_000 },
    parts: [text(40)],
    spent: { input: 150 },
  }),
  chat({
    id: 'together',
    base: 'https://api.together.xyz/v1',
    model: 'meta-llama/Llama-3.3-70B-Instruct-Turbo',
    asked: { max_tokens: 1_000 },
    parts: [text(40)],
    spent: { input: 150 },
  }),
  chat({
    id: 'cerebras',
    base: 'https://api.cerebras.ai/v1',
    model: 'gpt-oss-120b',
    asked: { max_completion_tokens: 1_000 },
    parts: [text(40)],
    spent: { input: 150 },
  }),
  chat({
    id: 'zai-stream',
    base: 'https://api.z.ai/api/paas/v4',
    model: 'glm-4.7',
    stream,
    asked: { max_tokens: 1_000 },
    parts: [thought(20), text(30)],
    spent: { input: 150, cached: 100 },
  }),
  chat({
    id: 'moonshot',
    base: 'https://api.moonshot.ai/v1',
    model: 'kimi-k3',
    asked: { max_tokens: 1_000 },
    parts: [text(40)],
    spent: { input: 600, cached: 512 },
  }),
  chat({
    id: 'azure',
    base: 'https://ours.openai.azure.com/openai/v1',
    model: 'gpt-4o-mini',
    parts: [text(40)],
    spent: { input: 150 },
  }),
  chat({
    id: 'openrouter',
    base: 'https://openrouter.ai/api/v1',
    model: 'anthropic/claude-sonnet-4.5',
    asked: { max_tokens: 1_000 },
    parts: [text(40)],
    spent: { input: 150 },
    usage: () => ({ cost: 0.001_051, is_byok: false }),
    told: { provider: 'Anthropic' },
  }),
  chat({
    id: 'openrouter-stream',
    base: 'https://openrouter.ai/api/v1',
    model: 'openai/gpt-5-mini',
    stream,
    asked: { max_tokens: 1_000 },
    parts: [text(60)],
    spent: { input: 150, hidden: 40 },
    usage: () => ({ cost: 0.000_237_5, is_byok: false }),
    told: { provider: 'OpenAI' },
  }),
  chat({
    id: 'ollama',
    base: 'http://localhost:11434/v1',
    model: 'qwen3:0.6b',
    parts: [text(40)],
    spent: { input: 150 },
  }),
  chat({
    id: 'own-server',
    base: 'https://models.example.org/v1',
    model: 'our-model',
    asked: { max_tokens: 1_000 },
    parts: [text(40)],
    spent: { input: 150 },
  }),
];

/** Small exchanges of every protocol, written for the tests: what providers send, with figures of our own. */
export const OWN_RECORDINGS: readonly Exchange[] = [...OPENAI, ...ANTHROPIC, ...GOOGLE, ...OTHERS].map(exchangeOf);
