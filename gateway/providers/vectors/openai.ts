import type { JsonObject } from '../../dialects/dialect.ts';
import type { Vector } from './vector.ts';

const messages = [{ role: 'user', content: 'x' }];
const audio = { file: [{ size: 100_000, type: 'audio/mpeg', leastBytesPerSecond: 500 }] };

/** Without a reply: the request alone says what it costs. */
type Row = readonly [
  kinds: readonly string[],
  what: string,
  model: string,
  path: string,
  asked: JsonObject,
  reply: JsonObject | undefined,
  bill: number,
];

const ROWS: readonly Row[] = [
  // Source: OpenAI API reference, "The chat completion object". $1.25 in, $0.125 cached, $10 out.
  [
    ['cache', 'reasoning'],
    'cache and reasoning',
    'gpt-5',
    'chat/completions',
    { messages },
    {
      service_tier: 'default',
      usage: {
        prompt_tokens: 2_006,
        completion_tokens: 300,
        total_tokens: 2_306,
        prompt_tokens_details: { cached_tokens: 1_920, audio_tokens: 0 },
        completion_tokens_details: {
          reasoning_tokens: 256,
          audio_tokens: 0,
          accepted_prediction_tokens: 0,
          rejected_prediction_tokens: 0,
        },
      },
    },
    86 * 1_250 + 1_920 * 125 + 300 * 10_000,
  ],
  // Flex is half of it. Source: OpenAI, "Flex processing".
  [
    ['flex tier'],
    'served in the flex tier',
    'gpt-5',
    'chat/completions',
    { messages, service_tier: 'flex' },
    { service_tier: 'flex', usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 } },
    (1_000 * 1_250 + 100 * 10_000) / 2,
  ],
  // $2.50 in, $20 out. Source: openai.com/api-priority-processing.
  [
    ['priority tier'],
    'served in the priority tier',
    'gpt-5',
    'chat/completions',
    { messages, service_tier: 'priority' },
    { service_tier: 'priority', usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 } },
    1_000 * 2_500 + 100 * 20_000,
  ],
  // Asked for and not had. The reply decides.
  [
    ['priority tier'],
    'priority that was served as default',
    'gpt-5',
    'chat/completions',
    { messages, service_tier: 'priority' },
    { service_tier: 'default', usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 } },
    1_000 * 1_250 + 100 * 10_000,
  ],
  // Source: OpenAI, "Audio and speech", chat completions. $2.50 text in, $32 audio in, $10 text out, $64 audio out.
  [
    ['sound'],
    'sound in and out',
    'gpt-audio',
    'chat/completions',
    { messages, audio: { voice: 'alloy', format: 'wav' } },
    {
      usage: {
        prompt_tokens: 55,
        completion_tokens: 90,
        total_tokens: 145,
        prompt_tokens_details: { cached_tokens: 0, audio_tokens: 40, text_tokens: 15, image_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 70, text_tokens: 20 },
      },
    },
    15 * 2_500 + 40 * 32_000 + 20 * 10_000 + 70 * 64_000,
  ],
  // One search at $25 a thousand. Source: OpenAI, "Pricing", web search preview of models that do not reason.
  [
    ['search models'],
    'a search model',
    'gpt-4o-search-preview',
    'chat/completions',
    { messages },
    { usage: { prompt_tokens: 9, completion_tokens: 363, total_tokens: 372 } },
    9 * 2_500 + 363 * 10_000 + 25_000_000,
  ],
  // $1.25 in, $10 out, and a search at the ordinary $10 a thousand.
  [
    ['search models'],
    'a search model that reasons',
    'gpt-5-search-api',
    'chat/completions',
    { messages },
    { usage: { prompt_tokens: 9, completion_tokens: 363, total_tokens: 372 } },
    9 * 1_250 + 363 * 10_000 + 10_000_000,
  ],
  // Source: platform.openai.com, "Pricing", other models: $2, in and out.
  [
    ['completions'],
    'a completion by the oldest model',
    'davinci-002',
    'completions',
    { prompt: 'Say this is a test' },
    { object: 'text_completion', usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 } },
    5 * 2_000 + 7 * 2_000,
  ],
  [
    ['completions'],
    'legacy completion',
    'gpt-3.5-turbo-instruct',
    'completions',
    { prompt: 'Say this is a test' },
    { object: 'text_completion', usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 } },
    5 * 1_500 + 7 * 2_000,
  ],
  [
    ['embeddings'],
    'embeddings',
    'text-embedding-3-small',
    'embeddings',
    { input: 'The food was delicious' },
    { object: 'list', usage: { prompt_tokens: 8, total_tokens: 8 } },
    8 * 20,
  ],
  // Source: OpenAI API reference, "Create image": $5 text in, $10 pictures in, $40 out.
  [
    ['pictures'],
    'a picture',
    'gpt-image-1',
    'images/generations',
    { prompt: 'x' },
    {
      created: 1,
      data: [{ b64_json: '...' }],
      usage: {
        total_tokens: 100,
        input_tokens: 50,
        output_tokens: 50,
        input_tokens_details: { text_tokens: 10, image_tokens: 40 },
      },
    },
    10 * 5_000 + 40 * 10_000 + 50 * 40_000,
  ],
  // Source: developers.openai.com/api/docs/models/gpt-image-2.6-sunburst: $5 words in, $8 pictures in, $30 out.
  [
    ['pictures'],
    'a picture by the newest model',
    'gpt-image-2.6-sunburst',
    'images/generations',
    { prompt: 'x', quality: 'xhigh' },
    {
      usage: {
        total_tokens: 7_060,
        input_tokens: 36,
        output_tokens: 7_024,
        input_tokens_details: { text_tokens: 36, image_tokens: 0 },
        output_tokens_details: { text_tokens: 0, image_tokens: 7_024 },
      },
    },
    36 * 5_000 + 7_024 * 30_000,
  ],
  // gpt-image-1.5 writes text too: $10, pictures $32.
  [
    ['pictures'],
    'a picture with text out',
    'gpt-image-1.5',
    'images/generations',
    { prompt: 'x' },
    {
      usage: {
        total_tokens: 130,
        input_tokens: 30,
        output_tokens: 100,
        input_tokens_details: { text_tokens: 30, image_tokens: 0 },
        output_tokens_details: { text_tokens: 20, image_tokens: 80 },
      },
    },
    30 * 5_000 + 20 * 10_000 + 80 * 32_000,
  ],
  // Source: OpenAI API reference, "The transcription object": $2.50 text in, $6 audio in, $10 out.
  [
    ['transcripts'],
    'a transcript in tokens',
    'gpt-4o-transcribe',
    'audio/transcriptions',
    audio,
    {
      text: 'Imagine the wildest idea',
      usage: {
        type: 'tokens',
        input_tokens: 14,
        input_token_details: { text_tokens: 0, audio_tokens: 14 },
        output_tokens: 45,
        total_tokens: 59,
      },
    },
    14 * 6_000 + 45 * 10_000,
  ],
  // $0.36 an hour is $0.006 a minute: 100,000 nano-dollars a second.
  [
    ['transcripts'],
    'a transcript by the second',
    'whisper-1',
    'audio/transcriptions',
    audio,
    { text: 'x', usage: { type: 'duration', seconds: 9 } },
    9 * 100_000,
  ],
  [
    ['transcripts'],
    'a verbose transcript',
    'whisper-1',
    'audio/transcriptions',
    audio,
    { task: 'transcribe', duration: 8.470000267028809, text: 'x' },
    9 * 100_000,
  ],
  // The figure of anybody else is ignored: $0.15 in, $0.60 out.
  [
    ['text'],
    'a cost nobody asked it for',
    'gpt-4o-mini',
    'chat/completions',
    { messages },
    { usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110, cost: 0 } },
    100 * 150 + 10 * 600,
  ],
  // $15 a million characters. Source: OpenAI, "Pricing", TTS.
  [
    ['speech'],
    'speech by the character',
    'tts-1',
    'audio/speech',
    { input: 'Grüße 🎉', voice: 'alloy' },
    undefined,
    7 * 15_000,
  ],
];

/** Prices: platform.openai.com, "Pricing". */
export const OPENAI: readonly Vector[] = ROWS.map(([kinds, what, model, path, asked, reply, bill]) => ({
  provider: 'openai',
  dialect: 'openai-chat',
  kinds,
  what,
  model,
  path,
  asked,
  bill,
  source: 'OpenAI API reference',
  ...(reply && { reply }),
}));
