import type { Vector } from './vector.ts';
import { chat, chunks, replyWith } from './vector.ts';

/** Prices: mistral.ai/pricing; what is cached costs a tenth of its input: docs.mistral.ai, "Prompt caching". */
export const MISTRAL: readonly Vector[] = [
  chat('mistral', {
    kinds: ['text'],
    what: 'text',
    model: 'mistral-small-latest',
    source: 'vercel/ai, recorded in mistral-text',
    reply: replyWith({ prompt_tokens: 13, total_tokens: 447, completion_tokens: 434 }),
    bill: 13 * 150 + 434 * 600,
  }),
  chat('mistral', {
    kinds: ['cache'],
    what: 'a cache',
    model: 'mistral-large-latest',
    source: 'pydantic/pydantic-ai, recorded in test_mistral_history_uses_prompt_cache',
    reply: replyWith({
      prompt_tokens: 268,
      total_tokens: 273,
      completion_tokens: 5,
      prompt_tokens_details: { cached_tokens: 224 },
    }),
    bill: 44 * 2_000 + 224 * 200 + 5 * 6_000,
  }),
  chat('mistral', {
    kinds: ['cache'],
    what: 'a cache at the top',
    model: 'mistral-medium-latest',
    source: 'vercel/ai, convert-mistral-usage',
    reply: replyWith({ prompt_tokens: 100, completion_tokens: 50, total_tokens: 150, num_cached_tokens: 60 }),
    bill: 40 * 1_500 + 60 * 150 + 50 * 7_500,
  }),
  chat('mistral', {
    kinds: ['reasoning'],
    what: 'a stream of thoughts, its usage beside the last choice',
    model: 'magistral-medium-2507',
    source: 'vercel/ai, recorded in mistral-reasoning',
    reply: [
      {
        id: 'c',
        object: 'chat.completion.chunk',
        choices: [
          {
            index: 0,
            delta: {
              role: 'assistant',
              content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Basic arithmetic.' }] }],
            },
            finish_reason: null,
          },
        ],
      },
      ...chunks({ usage: { prompt_tokens: 10, total_tokens: 56, completion_tokens: 46 } }),
    ],
    bill: 10 * 2_000 + 46 * 5_000,
  }),
  chat('mistral', {
    kinds: ['text'],
    what: 'a tool call, cached, in a stream',
    model: 'mistral-large-latest',
    source: 'vercel/ai, recorded in mistral-incremental-tool-call',
    reply: chunks(
      {
        usage: {
          prompt_tokens: 171,
          total_tokens: 185,
          completion_tokens: 14,
          prompt_tokens_details: { cached_tokens: 128 },
        },
      },
      { finish_reason: 'tool_calls' },
    ),
    bill: 43 * 2_000 + 128 * 200 + 14 * 6_000,
  }),
  {
    ...chat('mistral', {
      kinds: ['embeddings'],
      what: 'an embedding',
      model: 'mistral-embed',
      source: 'docs.mistral.ai, "Embeddings"',
      asked: { input: ['Hi'] },
      reply: { object: 'list', data: [], usage: { prompt_tokens: 15, total_tokens: 15, completion_tokens: 0 } },
      bill: 15 * 100,
    }),
    path: 'embeddings',
  },
  {
    ...chat('mistral', {
      kinds: ['completions'],
      what: 'code in the middle',
      model: 'codestral-2508',
      source: 'docs.mistral.ai, API reference, "Fim completion"',
      asked: { prompt: 'def add(a, b):', suffix: 'return c' },
      reply: {
        id: 'c',
        object: 'chat.completion',
        choices: [{ index: 0, message: { role: 'assistant', content: 'c = a + b' }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 16, completion_tokens: 34, total_tokens: 50 },
      },
      bill: 16 * 300 + 34 * 900,
    }),
    path: 'fim/completions',
  },
  {
    ...chat('mistral', {
      kinds: ['pages'],
      what: 'twenty-nine pages, $4 per 1,000',
      model: 'mistral-ocr-4-1',
      source: 'docs.mistral.ai, "Basic OCR", and "Pricing"',
      asked: { document: { type: 'document_url', document_url: 'https://arxiv.org/pdf/2201.04234' } },
      reply: { pages: [], model: 'mistral-ocr-4-1', usage_info: { pages_processed: 29, doc_size_bytes: 3_002_783 } },
      bill: 29 * 4_000_000,
    }),
    path: 'ocr',
  },
  {
    ...chat('mistral', {
      kinds: ['pages'],
      what: 'three annotated pages, $5 per 1,000',
      model: 'mistral-ocr-4-1',
      source: 'docs.mistral.ai, "Annotations", and "Pricing"',
      asked: {
        document: { type: 'document_url', document_url: 'https://arxiv.org/pdf/2201.04234' },
        pages: [0, 1, 2],
        document_annotation_format: { type: 'json_schema', json_schema: {} },
      },
      reply: { pages: [], model: 'mistral-ocr-4-1', usage_info: { pages_processed: 3, doc_size_bytes: 3_002_783 } },
      bill: 3 * 5_000_000,
    }),
    path: 'ocr',
  },
  {
    ...chat('mistral', {
      kinds: ['transcripts'],
      what: 'a transcript, $0.003 a minute',
      model: 'voxtral-mini-2602',
      source: 'docs.mistral.ai, "Transcription", and "Pricing"',
      asked: { file: [{ size: 4_000_000, type: 'audio/mpeg', leastBytesPerSecond: 500 }] },
      reply: {
        model: 'voxtral-mini-2602',
        text: 'x',
        usage: { prompt_audio_seconds: 203, prompt_tokens: 4, completion_tokens: 635, total_tokens: 3_264 },
      },
      bill: Math.ceil((203 * 3_000_000) / 60),
    }),
    path: 'audio/transcriptions',
  },
];
