// Long because it is one table of requests.
import type { DialectId, JsonObject } from '../../gateway/dialects/dialect.ts';

/**
 * One kind of usage: a request that causes it, and a reply that reports it as the provider's documentation shows it.
 */
export interface Probe {
  readonly dialect: DialectId;
  /** The column of the table. */
  readonly title: string;
  /** At the provider, without a version; `{model}` is the model. */
  readonly path: string;
  /** Which of a provider's models is asked: what most people use, or one that can do this. */
  readonly model?:
    | 'chat'
    | 'embedding'
    | 'transcription'
    | 'speech'
    | 'picture'
    | 'audio'
    | 'instruct'
    | 'fast'
    | 'newest';
  /** Without its model. */
  readonly body: JsonObject;
  /** Undefined where the reply is no document: sound. */
  readonly reply?: JsonObject;
}

const messages = [{ role: 'user', content: 'Hi' }];
const tokens = { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 };
const sound = { file: [{ size: 20_000, type: 'audio/mpeg', leastBytesPerSecond: 500 }] };

const chat = (title: string, more: JsonObject, usage: JsonObject, reply: JsonObject = {}): Probe => ({
  dialect: 'openai-chat',
  title,
  path: 'chat/completions',
  body: { messages, max_tokens: 100, ...more },
  reply: { ...reply, usage: { ...tokens, ...usage } },
});
const response = (title: string, more: JsonObject, usage: JsonObject, reply: JsonObject = {}): Probe => ({
  dialect: 'openai-responses',
  title,
  path: 'responses',
  body: { input: 'Hi', max_output_tokens: 100, ...more },
  reply: {
    object: 'response',
    status: 'completed',
    output: [],
    ...reply,
    usage: { input_tokens: 100, output_tokens: 50, total_tokens: 150, ...usage },
  },
});
const message = (title: string, more: JsonObject, usage: JsonObject): Probe => ({
  dialect: 'anthropic-messages',
  title,
  path: 'messages',
  body: { messages, max_tokens: 100, ...more },
  reply: { type: 'message', usage: { input_tokens: 100, output_tokens: 50, ...usage } },
});
const generate = (title: string, more: JsonObject, usage: JsonObject, reply: JsonObject = {}): Probe => ({
  dialect: 'gemini',
  title,
  path: 'models/{model}:generateContent',
  body: { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }], generationConfig: { maxOutputTokens: 100 }, ...more },
  reply: {
    candidates: [],
    ...reply,
    usageMetadata: { promptTokenCount: 100, candidatesTokenCount: 50, totalTokenCount: 150, ...usage },
  },
});

const interact = (title: string, more: JsonObject, usage: JsonObject): Probe => ({
  dialect: 'gemini-interactions',
  title,
  path: 'interactions',
  model: 'newest',
  body: { input: 'Hi', generation_config: { max_output_tokens: 100 }, ...more },
  reply: {
    id: 'x',
    status: 'completed',
    usage: { total_input_tokens: 100, total_output_tokens: 40, total_thought_tokens: 10, total_tokens: 150, ...usage },
  },
});

/** Every kind of usage that the page tells about, in the order of its columns. */
export const PROBES: readonly Probe[] = [
  chat('text', {}, {}),
  chat('cache', {}, { prompt_tokens_details: { cached_tokens: 60 } }),
  chat('reasoning', {}, { completion_tokens_details: { reasoning_tokens: 30 } }),
  chat('flex tier', { service_tier: 'flex' }, {}, { service_tier: 'flex' }),
  chat('priority tier', { service_tier: 'priority' }, {}, { service_tier: 'priority' }),
  chat('hosted tools', { tools: [{ type: 'web_search' }] }, {}),
  {
    ...chat(
      'sound',
      { audio: { voice: 'alloy', format: 'wav' } },
      { prompt_tokens_details: { audio_tokens: 40 }, completion_tokens_details: { audio_tokens: 30 } },
    ),
    model: 'audio',
  },
  {
    dialect: 'openai-chat',
    title: 'completions',
    path: 'completions',
    model: 'instruct',
    body: { prompt: 'Hi', max_tokens: 100 },
    reply: { usage: tokens },
  },
  {
    dialect: 'openai-chat',
    title: 'embeddings',
    path: 'embeddings',
    model: 'embedding',
    body: { input: 'Hi' },
    reply: { usage: { prompt_tokens: 8, total_tokens: 8 } },
  },
  {
    dialect: 'openai-chat',
    title: 'pictures',
    path: 'images/generations',
    model: 'picture',
    body: { prompt: 'A coin' },
    reply: {
      usage: {
        input_tokens: 10,
        output_tokens: 272,
        total_tokens: 282,
        input_tokens_details: { text_tokens: 10, image_tokens: 0 },
      },
    },
  },
  {
    dialect: 'openai-chat',
    title: 'transcripts',
    path: 'audio/transcriptions',
    model: 'transcription',
    body: sound,
    reply: { text: 'Hi', usage: { type: 'duration', seconds: 9 } },
  },
  {
    dialect: 'openai-chat',
    title: 'transcripts as bare text',
    path: 'audio/transcriptions',
    model: 'transcription',
    body: { ...sound, response_format: 'text' },
  },
  {
    dialect: 'openai-chat',
    title: 'speech',
    path: 'audio/speech',
    model: 'speech',
    body: { input: 'Hi', voice: 'alloy' },
  },
  response('text', {}, {}),
  response('cache', {}, { input_tokens_details: { cached_tokens: 60 } }),
  response('reasoning', {}, { output_tokens_details: { reasoning_tokens: 30 } }),
  response(
    'web search',
    { tools: [{ type: 'web_search' }] },
    {},
    { output: [{ type: 'web_search_call', id: 'ws_1', status: 'completed', action: { type: 'search', query: 'x' } }] },
  ),
  response(
    'file search',
    { tools: [{ type: 'file_search', vector_store_ids: ['vs_1'] }] },
    {},
    { output: [{ type: 'file_search_call', id: 'fs_1', status: 'completed', queries: ['x'] }] },
  ),
  response(
    'code interpreter',
    { tools: [{ type: 'code_interpreter', container: { type: 'auto' } }] },
    {},
    { output: [] },
  ),
  response('flex tier', { service_tier: 'flex' }, {}, { service_tier: 'flex' }),
  response('priority tier', { service_tier: 'priority' }, {}, { service_tier: 'priority' }),
  message('text', {}, {}),
  message('cache read', {}, { cache_read_input_tokens: 60 }),
  message(
    'cache write, 5 min and 1 h',
    {},
    {
      cache_creation_input_tokens: 60,
      cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 40 },
    },
  ),
  message('thinking', { max_tokens: 4_000, thinking: { type: 'enabled', budget_tokens: 2_000 } }, {}),
  message(
    'web search',
    { tools: [{ type: 'web_search_20250305', name: 'web_search', max_uses: 2 }] },
    { server_tool_use: { web_search_requests: 1 } },
  ),
  message(
    'web fetch',
    { tools: [{ type: 'web_fetch_20250910', name: 'web_fetch' }] },
    { input_tokens: 9_000, server_tool_use: { web_fetch_requests: 1 } },
  ),
  message(
    'compaction',
    { context_management: { edits: [{ type: 'compact_20260112' }] } },
    {
      iterations: [
        { type: 'compaction', input_tokens: 900, output_tokens: 90 },
        { type: 'message', input_tokens: 100, output_tokens: 50 },
      ],
    },
  ),
  message(
    'adviser',
    { tools: [{ type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5' }] },
    {
      iterations: [
        { type: 'message', input_tokens: 100, output_tokens: 50 },
        { type: 'advisor_message', model: 'claude-opus-5', input_tokens: 90, output_tokens: 9 },
      ],
    },
  ),
  message(
    'another model steps in',
    { fallbacks: [{ model: 'claude-opus-5' }] },
    {
      iterations: [
        { type: 'message', model: 'claude-sonnet-5', input_tokens: 90, output_tokens: 9 },
        { type: 'fallback_message', model: 'claude-opus-5', input_tokens: 100, output_tokens: 50 },
      ],
    },
  ),
  message('code execution', { tools: [{ type: 'code_execution_20250825', name: 'code_execution' }] }, {}),
  message('one region', { inference_geo: 'us' }, { inference_geo: 'us' }),
  { ...message('fast mode', { speed: 'fast' }, { speed: 'fast' }), model: 'fast' },
  generate('text', {}, {}),
  generate('thoughts', {}, { thoughtsTokenCount: 30, totalTokenCount: 180 }),
  generate('cache', {}, { cachedContentTokenCount: 60 }),
  generate(
    'sound in',
    { contents: [{ role: 'user', parts: [{ inlineData: { mimeType: 'audio/mp3', data: 'AAAA' } }] }] },
    { promptTokensDetails: [{ modality: 'AUDIO', tokenCount: 40 }] },
  ),
  generate(
    'pictures in',
    { contents: [{ role: 'user', parts: [{ inlineData: { mimeType: 'image/png', data: 'AAAA' } }] }] },
    { promptTokensDetails: [{ modality: 'IMAGE', tokenCount: 40 }] },
  ),
  generate(
    'film and PDF',
    { contents: [{ role: 'user', parts: [{ fileData: { fileUri: 'x' } }] }] },
    {
      promptTokensDetails: [
        { modality: 'VIDEO', tokenCount: 40 },
        { modality: 'DOCUMENT', tokenCount: 40 },
      ],
    },
  ),
  {
    ...generate(
      'pictures out',
      { generationConfig: { responseModalities: ['IMAGE'] } },
      { candidatesTokensDetails: [{ modality: 'IMAGE', tokenCount: 40 }] },
    ),
    model: 'picture',
  },
  {
    ...generate(
      'speech out',
      { generationConfig: { responseModalities: ['AUDIO'] } },
      { candidatesTokensDetails: [{ modality: 'AUDIO', tokenCount: 50 }] },
    ),
    model: 'speech',
  },
  generate(
    'search and maps, up to Gemini 2.5',
    { tools: [{ googleSearch: {} }, { googleMaps: {} }] },
    {},
    { candidates: [{ groundingMetadata: { webSearchQueries: ['x'], groundingChunks: [{ maps: {} }] } }] },
  ),
  {
    ...generate(
      'search and maps, from Gemini 3 on',
      { tools: [{ googleSearch: {} }, { googleMaps: {} }] },
      {},
      {
        candidates: [
          {
            content: { parts: [{ toolCall: { toolType: 'GOOGLE_MAPS', args: { queries: ['x'] } } }] },
            groundingMetadata: { webSearchQueries: ['', 'x', 'y', 'x'] },
          },
        ],
      },
    ),
    model: 'newest',
  },
  generate(
    'pages, code, file search',
    { tools: [{ urlContext: {} }, { codeExecution: {} }, { fileSearch: {} }] },
    { toolUsePromptTokenCount: 900, totalTokenCount: 1_050 },
  ),
  generate('flex tier', { serviceTier: 'flex' }, {}),
  generate('priority tier', { serviceTier: 'priority' }, {}),
  {
    dialect: 'gemini',
    title: 'embeddings',
    path: 'models/{model}:embedContent',
    model: 'embedding',
    body: { content: { parts: [{ text: 'Hi' }] } },
    reply: { embedding: { values: [0.5] }, usageMetadata: { promptTokenCount: 8 } },
  },
  {
    dialect: 'gemini',
    title: 'caches',
    path: 'cachedContents',
    body: { contents: [{ parts: [{ text: 'Hi' }] }], ttl: '900s' },
    reply: { name: 'cachedContents/x', usageMetadata: { totalTokenCount: 8 } },
  },
  {
    dialect: 'gemini',
    title: 'batches',
    path: 'models/{model}:batchGenerateContent',
    body: { batch: { inputConfig: { requests: { requests: [{ request: { contents: [] } }] } } } },
    reply: { name: 'batches/x' },
  },
  interact('text and thoughts', {}, {}),
  interact('cache', {}, { total_cached_tokens: 60 }),
  interact(
    'search',
    { tools: [{ type: 'google_search' }] },
    { grounding_tool_count: [{ type: 'google_search', count: 2 }] },
  ),
  interact('pages, code, file search', { tools: [{ type: 'code_execution' }] }, { total_tool_use_tokens: 900 }),
  interact('goes on from an earlier one', { previous_interaction_id: 'x' }, {}),
  interact('servers', { tools: [{ type: 'mcp_server', url: 'https://x.example' }] }, {}),
  interact('agents', { agent: 'deep-research-preview-04-2026' }, {}),
];

/** A model of each provider for each purpose; where one is left out, the chat model is asked. */
export const MODELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  openai: {
    chat: 'gpt-5',
    embedding: 'text-embedding-3-small',
    transcription: 'whisper-1',
    speech: 'tts-1',
    picture: 'gpt-image-1',
    audio: 'gpt-audio',
    instruct: 'gpt-3.5-turbo-instruct',
  },
  azure: {
    chat: 'gpt-5',
    embedding: 'text-embedding-3-small',
    transcription: 'whisper-1',
    speech: 'gpt-4o-mini-tts',
    picture: 'gpt-image-1',
    audio: 'gpt-audio',
    instruct: 'gpt-3.5-turbo-instruct',
  },
  anthropic: { chat: 'claude-sonnet-5', fast: 'claude-opus-5' },
  gemini: {
    chat: 'gemini-2.5-flash',
    embedding: 'gemini-embedding-001',
    picture: 'gemini-2.5-flash-image',
    speech: 'gemini-2.5-flash-preview-tts',
    newest: 'gemini-3-flash-preview',
  },
  openrouter: { chat: 'openai/gpt-4o-mini', embedding: 'openai/text-embedding-3-small' },
  mistral: { chat: 'mistral-large-latest', embedding: 'mistral-embed' },
  groq: { chat: 'llama-3.3-70b-versatile', transcription: 'whisper-large-v3-turbo' },
  xai: { chat: 'grok-4.5' },
  deepseek: { chat: 'deepseek-v4-pro' },
  together: { chat: 'meta-llama/Llama-3.3-70B-Instruct-Turbo', embedding: 'intfloat/multilingual-e5-large-instruct' },
  fireworks: { chat: 'accounts/fireworks/models/deepseek-v4-pro', embedding: 'nomic-ai/nomic-embed-text-v1.5' },
  cerebras: { chat: 'gpt-oss-120b' },
  moonshot: { chat: 'kimi-k2-0905-preview' },
  zai: { chat: 'glm-5.3' },
  qwen: { chat: 'qwen3-max', embedding: 'text-embedding-v4' },
};
