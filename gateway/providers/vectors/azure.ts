import type { Vector } from './vector.ts';
import { chat, chunks, message, response, replyWith } from './vector.ts';

const NO_DETAILS = {
  accepted_prediction_tokens: 0,
  audio_tokens: 0,
  reasoning_tokens: 0,
  rejected_prediction_tokens: 0,
};
const FILTERED = [{ prompt_index: 0, content_filter_results: { hate: { filtered: false, severity: 'safe' } } }];

/** Prices: azure.microsoft.com, "Azure OpenAI Service pricing", global. */
export const AZURE: readonly Vector[] = [
  chat('azure', {
    kinds: ['text'],
    what: 'text with the marks of the content filter',
    model: 'gpt-4o-mini',
    source: 'pydantic/pydantic-ai, recorded in test_azure_provider_call',
    reply: {
      ...replyWith({
        completion_tokens: 9,
        completion_tokens_details: NO_DETAILS,
        prompt_tokens: 14,
        prompt_tokens_details: { audio_tokens: 0, cached_tokens: 0 },
        total_tokens: 23,
      }),
      prompt_filter_results: FILTERED,
    },
    bill: 14 * 150 + 9 * 600,
  }),
  chat('azure', {
    kinds: ['cache', 'reasoning'],
    what: 'a cache and reasoning, what it does not know as null',
    model: 'gpt-5',
    source: 'learn.microsoft.com, "Prompt caching"',
    reply: replyWith({
      completion_tokens: 1_518,
      prompt_tokens: 1_566,
      total_tokens: 3_084,
      completion_tokens_details: { audio_tokens: null, reasoning_tokens: 576 },
      prompt_tokens_details: { audio_tokens: null, cached_tokens: 1_408 },
    }),
    bill: 158 * 1_250 + 1_408 * 125 + 1_518 * 10_000,
  }),
  chat('azure', {
    kinds: ['text'],
    what: 'a stream that begins with the filter and no choice',
    model: 'gpt-4o-mini',
    source: 'learn.microsoft.com, "Content filtering", streaming',
    reply: [
      { id: '', object: '', created: 0, model: '', choices: [], prompt_filter_results: FILTERED },
      ...chunks({ usage: null }, { content_filter_results: {} }),
      {
        id: 'c',
        object: 'chat.completion.chunk',
        choices: [],
        usage: { prompt_tokens: 14, completion_tokens: 9, total_tokens: 23, completion_tokens_details: NO_DETAILS },
      },
    ],
    bill: 14 * 150 + 9 * 600,
  }),
  {
    ...chat('azure', {
      kinds: ['embeddings'],
      what: 'an embedding',
      model: 'text-embedding-3-small',
      source: 'learn.microsoft.com, "Embeddings - Create"',
      asked: { input: 'Hi' },
      reply: { object: 'list', data: [], usage: { prompt_tokens: 8, total_tokens: 8 } },
      bill: 8 * 20,
    }),
    path: 'embeddings',
  },
  response('azure', {
    kinds: ['text'],
    what: 'a response',
    model: 'gpt-5.1',
    source: 'vercel/ai, recorded in azure-text.1',
    reply: {
      ...replyWith({
        input_tokens: 11,
        input_tokens_details: { cached_tokens: 0 },
        output_tokens: 11,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: 22,
      }),
      status: 'completed',
    },
    bill: 11 * 1_250 + 11 * 10_000,
  }),
  response('azure', {
    kinds: ['cache', 'reasoning'],
    what: 'a stream with a cache and reasoning',
    model: 'gpt-5-mini',
    source: 'vercel/ai, recorded in openai-file-search-tool.1',
    reply: [
      { type: 'response.output_text.delta', item_id: 'm', output_index: 0, content_index: 0, delta: 'Hi' },
      {
        type: 'response.completed',
        response: {
          status: 'completed',
          output: [],
          usage: {
            input_tokens: 3_737,
            input_tokens_details: { cached_tokens: 2_304 },
            output_tokens: 621,
            output_tokens_details: { reasoning_tokens: 512 },
            total_tokens: 4_358,
          },
        },
      },
    ],
    bill: 1_433 * 250 + 2_304 * 25 + 621 * 2_000,
  }),
  // $2.50 for 1,000 searches.
  response('azure', {
    kinds: ['file search'],
    what: 'a file search',
    model: 'gpt-5-mini',
    source: 'vercel/ai, recorded in openai-file-search-tool.1',
    reply: {
      ...replyWith({
        input_tokens: 3_700,
        input_tokens_details: { cached_tokens: 2_560 },
        output_tokens: 741,
        output_tokens_details: { reasoning_tokens: 640 },
        total_tokens: 4_441,
      }),
      status: 'completed',
      tools: [{ type: 'file_search' }],
      output: [{ type: 'file_search_call', id: 'fs_1', status: 'completed', queries: ['x'] }],
    },
    bill: 1_140 * 250 + 2_560 * 25 + 741 * 2_000 + 2_500_000,
  }),
  chat('azure', {
    kinds: ['sound'],
    what: 'sound in and out',
    model: 'gpt-audio',
    source: 'learn.microsoft.com, "Audio generation"',
    asked: { messages: [{ role: 'user', content: 'Hi' }], audio: { voice: 'alloy', format: 'wav' } },
    reply: replyWith({
      prompt_tokens: 55,
      completion_tokens: 90,
      total_tokens: 145,
      prompt_tokens_details: { audio_tokens: 40, cached_tokens: 0 },
      completion_tokens_details: { audio_tokens: 70, reasoning_tokens: 0 },
    }),
    bill: 15 * 2_500 + 40 * 32_000 + 20 * 10_000 + 70 * 64_000,
  }),
  {
    ...chat('azure', {
      kinds: ['pictures'],
      what: 'a picture',
      model: 'gpt-image-1',
      source: 'learn.microsoft.com, "Image generation"',
      asked: { prompt: 'A coin' },
      reply: replyWith({
        input_tokens: 50,
        output_tokens: 272,
        total_tokens: 322,
        input_tokens_details: { text_tokens: 10, image_tokens: 40 },
      }),
      bill: 10 * 5_000 + 40 * 10_000 + 272 * 40_000,
    }),
    path: 'images/generations',
  },
  // $0.36 an hour.
  {
    ...chat('azure', {
      kinds: ['transcripts'],
      what: 'a transcript by the second',
      model: 'whisper-1',
      source: 'learn.microsoft.com, "Speech to text"',
      asked: { file: [{ size: 20_000, type: 'audio/mpeg', leastBytesPerSecond: 500 }] },
      reply: { text: 'Hi', usage: { type: 'duration', seconds: 9 } },
      bill: 9 * 100_000,
    }),
    path: 'audio/transcriptions',
  },
  {
    ...chat('azure', {
      kinds: ['text'],
      what: 'a deployment in the path',
      model: 'gpt-4.1-mini',
      source: 'learn.microsoft.com, "Azure OpenAI REST API reference", 2024-10-21',
      reply: {
        ...replyWith({
          completion_tokens: 1_000,
          prompt_tokens: 100,
          total_tokens: 1_100,
          prompt_tokens_details: { audio_tokens: 0, cached_tokens: 40 },
        }),
        model: 'gpt-4.1-mini-2025-04-14',
        prompt_filter_results: FILTERED,
      },
      bill: 60 * 400 + 40 * 100 + 1_000 * 1_600,
    }),
    path: 'openai/deployments/gpt-4.1-mini/chat/completions',
  },
  {
    ...message('azure', {
      kinds: ['text'],
      what: 'Claude in Foundry',
      model: 'claude-sonnet-4-5',
      source: 'platform.claude.com, "Claude in Microsoft Foundry"',
      reply: {
        id: 'msg_1',
        type: 'message',
        model: 'claude-sonnet-4-5-20250929',
        usage: {
          input_tokens: 12,
          cache_creation_input_tokens: 100,
          cache_read_input_tokens: 2_000,
          output_tokens: 30,
        },
      },
      bill: 12 * 3_000 + 100 * 3_750 + 2_000 * 300 + 30 * 15_000,
    }),
    path: 'anthropic/v1/messages',
  },
];
