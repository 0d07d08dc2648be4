import type { ProviderKind } from '../../../../shared/providers/provider-records.ts';
import type { JsonObject } from '../../../dialects/dialect.ts';

/** A frame with the usage of one work of a session, and its bill, worked out by hand. In nano-dollars. */
export interface LiveVector {
  readonly provider: Extract<ProviderKind, 'openai' | 'gemini'>;
  readonly what: string;
  readonly source: string;
  readonly model: string;
  readonly lane: 'answer' | 'transcript';
  readonly frame: JsonObject;
  readonly bill: number;
}

const COSTS = 'developers.openai.com/api/docs/guides/realtime-costs, 2026-11';
const done = (usage: JsonObject): JsonObject => ({
  type: 'response.done',
  response: { id: 'resp_1', object: 'realtime.response', status: 'completed', usage },
});
/** As the guide shows it. */
const SHOWN = done({
  total_tokens: 253,
  input_tokens: 132,
  output_tokens: 121,
  input_token_details: {
    text_tokens: 119,
    audio_tokens: 13,
    image_tokens: 0,
    cached_tokens: 64,
    cached_tokens_details: { text_tokens: 64, audio_tokens: 0, image_tokens: 0 },
  },
  output_token_details: { text_tokens: 30, audio_tokens: 91 },
});
const detail = (modality: string, tokenCount: number): JsonObject => ({ modality, tokenCount });

export const LIVE_VECTORS: readonly LiveVector[] = [
  // $4 text in, $0.40 cached, $32 sound in, $16 text out, $64 sound out.
  {
    provider: 'openai',
    what: 'a turn with cached text',
    source: COSTS,
    model: 'gpt-realtime',
    lane: 'answer',
    frame: SHOWN,
    bill: 55 * 4_000 + 64 * 400 + 13 * 32_000 + 30 * 16_000 + 91 * 64_000,
  },
  // $0.60, $0.06, $10, $2.40, $20: $0.00205884, as others have it who bill this model.
  {
    provider: 'openai',
    what: 'the same turn of a small model',
    source: COSTS,
    model: 'gpt-realtime-2.1-mini',
    lane: 'answer',
    frame: SHOWN,
    bill: 2_058_840,
  },
  // Cached sound is $0.40, too.
  {
    provider: 'openai',
    what: 'a later turn, with cached sound',
    source: COSTS,
    model: 'gpt-realtime',
    lane: 'answer',
    frame: done({
      total_tokens: 1_120,
      input_tokens: 1_000,
      output_tokens: 120,
      input_token_details: {
        text_tokens: 200,
        audio_tokens: 800,
        cached_tokens: 700,
        cached_tokens_details: { text_tokens: 150, audio_tokens: 550 },
      },
      output_token_details: { text_tokens: 20, audio_tokens: 100 },
    }),
    bill: 50 * 4_000 + 150 * 400 + 250 * 32_000 + 550 * 400 + 20 * 16_000 + 100 * 64_000,
  },
  // Before 2025-07 the cached tokens had no kinds: as many of them as can be are text, because sound is dearer.
  {
    provider: 'openai',
    what: 'cached tokens of no kind',
    source: 'github.com/openai/openai-node/issues/1600, 2025-07',
    model: 'gpt-realtime',
    lane: 'answer',
    frame: done({
      total_tokens: 340,
      input_tokens: 300,
      output_tokens: 40,
      input_token_details: { text_tokens: 100, audio_tokens: 200, cached_tokens: 64 },
      output_token_details: { text_tokens: 10, audio_tokens: 30 },
    }),
    bill: 36 * 4_000 + 64 * 400 + 200 * 32_000 + 10 * 16_000 + 30 * 64_000,
  },
  // $6 sound in, $10 text out.
  {
    provider: 'openai',
    what: 'a transcript in tokens',
    source: COSTS,
    model: 'gpt-4o-transcribe',
    lane: 'transcript',
    frame: {
      type: 'conversation.item.input_audio_transcription.completed',
      transcript: 'Hi, can you hear me?',
      usage: {
        type: 'tokens',
        total_tokens: 26,
        input_tokens: 17,
        input_token_details: { text_tokens: 0, audio_tokens: 17 },
        output_tokens: 9,
      },
    },
    bill: 17 * 6_000 + 9 * 10_000,
  },
  // $0.006 a minute; a second that has begun counts.
  {
    provider: 'openai',
    what: 'a transcript by its length',
    source: 'OpenAI API reference, "Realtime: input_audio_transcription.completed", 2026-11',
    model: 'whisper-1',
    lane: 'transcript',
    frame: {
      type: 'conversation.item.input_audio_transcription.completed',
      transcript: 'Hi',
      usage: { type: 'duration', seconds: 2.5 },
    },
    bill: 3 * 100_000,
  },
  // $0.50 text in, $3 sound in, $2 text out, $12 sound out.
  {
    provider: 'gemini',
    what: 'a turn that answers in text',
    source: 'discuss.ai.google.dev/t/could-someone-help-me-understand-gemini-live-pricing/81303',
    model: 'gemini-live-2.5-flash-preview',
    lane: 'answer',
    frame: {
      serverContent: { turnComplete: true },
      usageMetadata: {
        promptTokenCount: 541,
        responseTokenCount: 156,
        totalTokenCount: 697,
        promptTokensDetails: [detail('TEXT', 410), detail('AUDIO', 131)],
        responseTokensDetails: [detail('TEXT', 156)],
      },
    },
    bill: 410 * 500 + 131 * 3_000 + 156 * 2_000,
  },
  {
    provider: 'gemini',
    what: 'a turn that answers in sound',
    source: 'recorded by github.com/ilseokoh/gemini-live-load-test',
    model: 'gemini-live-2.5-flash',
    lane: 'answer',
    frame: {
      serverContent: { turnComplete: true },
      usageMetadata: {
        promptTokenCount: 69,
        responseTokenCount: 176,
        totalTokenCount: 245,
        promptTokensDetails: [detail('AUDIO', 58), detail('TEXT', 11)],
        responseTokensDetails: [detail('TEXT', 26), detail('AUDIO', 150)],
      },
    },
    bill: 11 * 500 + 58 * 3_000 + 26 * 2_000 + 150 * 12_000,
  },
  // $0.75 text in, $3 sound in, $4.50 text out, $12 sound out. 25 tokens have no kind, and count as sound.
  {
    provider: 'gemini',
    what: 'a turn with thoughts, and tokens of no kind',
    source: 'discuss.ai.google.dev/t/gemini-3-8-live-missing-billable-token-details/188765, 2026-11',
    model: 'gemini-3.1-flash-live-preview',
    lane: 'answer',
    frame: {
      serverContent: { turnComplete: true },
      usageMetadata: {
        promptTokenCount: 522,
        responseTokenCount: 42,
        totalTokenCount: 564,
        promptTokensDetails: [detail('TEXT', 332), detail('AUDIO', 165)],
        responseTokensDetails: [detail('AUDIO', 42)],
        thoughtsTokenCount: 136,
      },
    },
    bill: 332 * 750 + 190 * 3_000 + 42 * 12_000 + 136 * 4_500,
  },
];
