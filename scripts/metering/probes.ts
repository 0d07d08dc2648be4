// Long because it is one table of requests.
import type { DialectId, JsonObject } from '../../gateway/dialects/dialect.ts';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';

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
    | 'claude'
    | 'embedding'
    | 'transcription'
    | 'speech'
    | 'picture'
    | 'audio'
    | 'instruct'
    | 'search'
    | 'fast'
    | 'newest'
    | 'document'
    | 'cloud';
  /** Without its model. */
  readonly body: JsonObject;
  /** Undefined where the reply is no document: sound. */
  readonly reply?: JsonObject;
  /** The same at providers that have it in a way of their own. */
  readonly ways?: Partial<Readonly<Record<ProviderKind, Partial<Pick<Probe, 'path' | 'body' | 'reply'>>>>>;
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
const CODE = { type: 'code_execution_20260521', name: 'code_execution' };
/** A message in which code was run. */
const ran = (title: string, tools: readonly JsonObject[]): Probe => {
  const probe = message(title, { tools }, {});
  return { ...probe, reply: { ...probe.reply, content: [{ type: 'bash_code_execution_tool_result' }] } };
};
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
const converse = (title: string, more: JsonObject, usage: JsonObject = {}, reply: JsonObject = {}): Probe => ({
  dialect: 'bedrock',
  title,
  path: 'model/{model}/converse',
  body: {
    messages: [{ role: 'user', content: [{ text: 'Hi' }] }],
    inferenceConfig: { maxTokens: 100 },
    ...more,
  },
  reply: { ...reply, usage: { inputTokens: 100, outputTokens: 50, totalTokens: 150, ...usage } },
});
const cachePoint = { system: [{ cachePoint: { type: 'default', ttl: '1h' } }] };
const AMAZON: readonly Probe[] = [
  converse('text', {}),
  converse('cache read', cachePoint, { cacheReadInputTokens: 60, totalTokens: 210 }),
  converse('cache write, 5 min and 1 h', cachePoint, {
    cacheWriteInputTokens: 60,
    cacheDetails: [{ ttl: '1h', inputTokens: 60 }],
    totalTokens: 210,
  }),
  converse('thinking', { additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 50 } } }),
  {
    dialect: 'bedrock',
    title: 'bodies of Claude',
    path: 'model/{model}/invoke',
    body: { anthropic_version: 'bedrock-2023-05-31', messages, max_tokens: 100 },
    reply: { type: 'message', usage: { input_tokens: 100, output_tokens: 50 } },
  },
  {
    dialect: 'bedrock',
    title: 'embeddings',
    path: 'model/{model}/invoke',
    model: 'embedding',
    body: { inputText: 'Hi' },
    reply: { inputTextTokenCount: 8 },
  },
  { ...converse('optimized latency', { performanceConfig: { latency: 'optimized' } }), model: 'fast' },
  { ...converse('flex tier', { serviceTier: { type: 'flex' } }), model: 'fast' },
  { ...converse('priority tier', { serviceTier: { type: 'priority' } }), model: 'fast' },
  converse('tools of Amazon', { toolConfig: { tools: [{ systemTool: { name: 'nova_grounding' } }] } }),
  converse('guardrails', { guardrailConfig: { guardrailIdentifier: 'g', guardrailVersion: '1' } }),
];

/** Every kind of usage that the page tells about, in the order of its columns. */
export const PROBES: readonly Probe[] = [
  ...AMAZON,
  chat('text', {}, {}),
  chat('cache', {}, { prompt_tokens_details: { cached_tokens: 60 } }),
  chat('reasoning', {}, { completion_tokens_details: { reasoning_tokens: 30 } }),
  chat('flex tier', { service_tier: 'flex' }, {}, { service_tier: 'flex' }),
  chat('priority tier', { service_tier: 'priority' }, {}, { service_tier: 'priority' }),
  {
    ...chat('hosted tools', { tools: [{ type: 'web_search' }] }, {}),
    ways: {
      groq: {
        body: { messages, max_tokens: 100, tools: [{ type: 'browser_search' }] },
        reply: { choices: [{ message: { executed_tools: [{ index: 0, type: 'browser_search' }] } }], usage: tokens },
      },
      moonshot: {
        body: {
          messages,
          max_tokens: 100,
          tools: [{ type: 'builtin_function', function: { name: '$web_search' } }],
        },
      },
      qwen: { body: { messages, max_tokens: 100, enable_search: true } },
    },
  },
  { ...chat('search models', { web_search_options: {} }, {}), model: 'search' },
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
    ways: { mistral: { path: 'fim/completions' }, deepseek: { path: 'beta/completions' } },
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
    ways: { mistral: { reply: { text: 'Hi', usage: { prompt_audio_seconds: 9, total_tokens: 150 } } } },
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
  {
    dialect: 'openai-chat',
    title: 'pages',
    path: 'ocr',
    model: 'document',
    body: { document: { type: 'document_url', document_url: 'https://example.com/x.pdf' } },
    reply: { pages: [], usage_info: { pages_processed: 3 } },
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
  response(
    'shell',
    { tools: [{ type: 'shell', environment: { type: 'container_auto' } }] },
    {},
    { output: [{ type: 'shell_call', environment: { type: 'container_reference', container_id: 'cntr_1' } }] },
  ),
  response(
    'pictures by a tool',
    { tools: [{ type: 'image_generation', model: 'gpt-image-1' }] },
    {},
    {
      output: [{ type: 'image_generation_call', id: 'ig_1', status: 'completed' }],
      tool_usage: { image_gen: { input_tokens: 30, output_tokens: 272, total_tokens: 302 } },
    },
  ),
  response(
    'MCP servers',
    { tools: [{ type: 'mcp', server_label: 'x', server_url: 'https://example.com' }] },
    {},
    { output: [{ type: 'mcp_call', id: 'mcp_1', name: 'x' }] },
  ),
  response('programs that call tools', { tools: [{ type: 'programmatic_tool_calling' }] }, {}),
  response('compaction', { context_management: [{ type: 'compaction', compact_threshold: 50_000 }] }, {}),
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
  ran('code execution', [CODE]),
  ran('code beside a search', [CODE, { type: 'web_search_20260318', name: 'web_search' }]),
  message(
    'MCP servers',
    {
      mcp_servers: [{ type: 'url', url: 'https://mcp.example', name: 'x' }],
      tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
    },
    {},
  ),
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
  ...['chat', 'generate'].map((path): Probe => ({
    dialect: 'ollama',
    title: path,
    path: `api/${path}`,
    body: path === 'chat' ? { messages } : { prompt: 'Hi' },
    reply: { done: true, prompt_eval_count: 26, eval_count: 50 },
  })),
  {
    dialect: 'ollama',
    title: 'chat with a model of its cloud',
    path: 'api/chat',
    model: 'cloud',
    body: { messages },
    reply: { done: true, prompt_eval_count: 26, eval_count: 50 },
  },
  {
    dialect: 'ollama',
    title: 'embeddings',
    path: 'api/embed',
    body: { input: 'Hi' },
    reply: { embeddings: [[0.5]], prompt_eval_count: 2 },
  },
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
    search: 'gpt-5-search-api',
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
  openrouter: { chat: 'openai/gpt-4o-mini', embedding: 'openai/text-embedding-3-small', audio: 'openai/gpt-audio' },
  bedrock: {
    chat: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    embedding: 'amazon.titan-embed-text-v2:0',
    fast: 'us.amazon.nova-pro-v1:0',
  },
  vertex: {
    chat: 'gemini-2.5-flash',
    claude: 'claude-sonnet-4-5@20250929',
    embedding: 'gemini-embedding-001',
    picture: 'gemini-2.5-flash-image',
    speech: 'gemini-2.5-flash-preview-tts',
    newest: 'gemini-3-flash-preview',
  },
  mistral: {
    chat: 'mistral-large-latest',
    embedding: 'mistral-embed',
    transcription: 'voxtral-mini-2602',
    document: 'mistral-ocr-4-1',
  },
  groq: { chat: 'llama-3.3-70b-versatile', transcription: 'whisper-large-v3-turbo' },
  xai: { chat: 'grok-4.5' },
  deepseek: { chat: 'deepseek-v4-pro' },
  together: { chat: 'meta-llama/Llama-3.3-70B-Instruct-Turbo', embedding: 'intfloat/multilingual-e5-large-instruct' },
  fireworks: { chat: 'accounts/fireworks/models/deepseek-v4-pro', embedding: 'nomic-ai/nomic-embed-text-v1.5' },
  cerebras: { chat: 'gpt-oss-120b' },
  moonshot: { chat: 'kimi-k2-0905-preview' },
  zai: { chat: 'glm-5.3' },
  qwen: { chat: 'qwen3-max', embedding: 'text-embedding-v4' },
  perplexity: { chat: 'sonar' },
  baseten: { chat: 'zai-org/GLM-5.3-Flash' },
  chutes: { chat: 'Qwen/Qwen3-32B-TEE' },
  cloudflare: { chat: 'openai/gpt-5.5', embedding: '@cf/baai/bge-m3' },
  cohere: { chat: 'command-a-03-2025', embedding: 'embed-v4.0' },
  deepinfra: { chat: 'zai-org/GLM-5.2', embedding: 'BAAI/bge-m3' },
  friendli: { chat: 'zai-org/GLM-5.1' },
  huggingface: { chat: 'meta-llama/Llama-3.3-70B-Instruct:groq' },
  inception: { chat: 'mercury-2' },
  meta: { chat: 'muse-spark-1.3' },
  minimax: { chat: 'MiniMax-M3' },
  nebius: { chat: 'zai-org/GLM-5.2', embedding: 'BAAI/bge-multilingual-gemma2' },
  novita: { chat: 'zai-org/glm-5.2', embedding: 'baai/bge-m3' },
  nvidia: { chat: 'z-ai/glm-5.3', embedding: 'baai/bge-m3' },
  opencode: { chat: 'kimi-k3' },
  sambanova: { chat: 'gpt-oss-120b' },
  siliconflow: { chat: 'deepseek-ai/DeepSeek-V4-Flash', embedding: 'BAAI/bge-m3' },
  stepfun: { chat: 'step-3.7-flash' },
  venice: { chat: 'zai-org-glm-5-2' },
  vercel: { chat: 'anthropic/claude-opus-5.5', embedding: 'openai/text-embedding-3-small' },
  xiaomi: { chat: 'mimo-v2.5-pro' },
  ollama: { cloud: 'gpt-oss:120b-cloud' },
};
