import { describe, expect, it } from 'vitest';
import { findPrice } from '../../domain/price.ts';
import type { PriceSource } from '../../domain/price.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import { callOf } from '../call-of.ts';
import type { Ask, JsonObject, Operation } from '../dialect.ts';
import { chat } from './chat.ts';
import { completions } from './completions.ts';
import { embeddings } from './embeddings.ts';
import { imageGenerations } from './images.ts';
import { speech } from './speech.ts';
import { transcriptions } from './transcriptions.ts';

const AT = Date.parse('2026-11-20T12:00:00Z');

function bill(source: PriceSource, model: string, operation: Operation, asked: JsonObject, reply: JsonObject, at = AT): number {
  const usage = operation.readUsage(reply, askOf(operation, { model, ...asked }));
  if (!usage) throw new Error('no usage');
  return costOf(source, model, usage, at);
}

function askOf(operation: Operation, body: JsonObject): Ask {
  const ask = operation.readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}

function costOf(source: PriceSource, model: string, usage: Parameters<NonNullable<ReturnType<typeof findPrice>>['costOf']>[0], at = AT): number {
  const price = findPrice({ source, model, at, overrides: [] });
  if (!price) throw new Error(`no price for ${model}`);
  expect(price.findUnpriced({ ...usage, extras: usage.parts ?? {} })).toBeUndefined();
  return price.costOf(usage);
}

const messages = [{ role: 'user', content: 'x' }];
const audio = { file: [{ size: 100_000, type: 'audio/mpeg', leastBytesPerSecond: 500 }] };

/** Replies as the API documentation shows them, and the bill in nano-dollars by hand: a rate of $1 per million is 1,000 a token. */
describe('the bill of a reply', () => {
  it.each<readonly [what: string, source: PriceSource, model: string, operation: Operation, asked: JsonObject, reply: JsonObject, nanodollars: number]>([
    // Source: OpenAI API reference, "The chat completion object". $1.25 in, $0.125 cached, $10 out.
    ['OpenAI: cache and reasoning', PROVIDERS.openai.prices, 'gpt-5', chat, { messages },
      { service_tier: 'default', usage: { prompt_tokens: 2_006, completion_tokens: 300, total_tokens: 2_306, prompt_tokens_details: { cached_tokens: 1_920, audio_tokens: 0 }, completion_tokens_details: { reasoning_tokens: 256, audio_tokens: 0, accepted_prediction_tokens: 0, rejected_prediction_tokens: 0 } } },
      86 * 1_250 + 1_920 * 125 + 300 * 10_000],
    // Flex is half of it. Source: OpenAI, "Flex processing".
    ['OpenAI: served in the flex tier', PROVIDERS.openai.prices, 'gpt-5', chat, { messages, service_tier: 'flex' },
      { service_tier: 'flex', usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 } }, (1_000 * 1_250 + 100 * 10_000) / 2],
    // $2.50 in, $20 out. Source: openai.com/api-priority-processing.
    ['OpenAI: served in the priority tier', PROVIDERS.openai.prices, 'gpt-5', chat, { messages, service_tier: 'priority' },
      { service_tier: 'priority', usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 } }, 1_000 * 2_500 + 100 * 20_000],
    // Asked for and not had. The reply decides.
    ['OpenAI: priority that was served as default', PROVIDERS.openai.prices, 'gpt-5', chat, { messages, service_tier: 'priority' },
      { service_tier: 'default', usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 } }, 1_000 * 1_250 + 100 * 10_000],
    // Source: OpenAI, "Audio and speech", chat completions. $2.50 text in, $32 audio in, $10 text out, $64 audio out.
    ['OpenAI: sound in and out', PROVIDERS.openai.prices, 'gpt-audio', chat, { messages, audio: { voice: 'alloy', format: 'wav' } },
      { usage: { prompt_tokens: 55, completion_tokens: 90, total_tokens: 145, prompt_tokens_details: { cached_tokens: 0, audio_tokens: 40, text_tokens: 15, image_tokens: 0 }, completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 70, text_tokens: 20 } } },
      15 * 2_500 + 40 * 32_000 + 20 * 10_000 + 70 * 64_000],
    // One search at $25 a thousand. Source: OpenAI, "Pricing", web search preview of models that do not reason.
    ['OpenAI: a search model', PROVIDERS.openai.prices, 'gpt-4o-search-preview', chat, { messages },
      { usage: { prompt_tokens: 9, completion_tokens: 363, total_tokens: 372 } }, 9 * 2_500 + 363 * 10_000 + 25_000_000],
    ['OpenAI: legacy completion', PROVIDERS.openai.prices, 'gpt-3.5-turbo-instruct', completions, { prompt: 'Say this is a test' },
      { object: 'text_completion', usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 } }, 5 * 1_500 + 7 * 2_000],
    ['OpenAI: embeddings', PROVIDERS.openai.prices, 'text-embedding-3-small', embeddings, { input: 'The food was delicious' },
      { object: 'list', usage: { prompt_tokens: 8, total_tokens: 8 } }, 8 * 20],
    // Source: OpenAI API reference, "Create image": $5 text in, $10 pictures in, $40 out.
    ['OpenAI: a picture', PROVIDERS.openai.prices, 'gpt-image-1', imageGenerations, { prompt: 'x' },
      { created: 1, data: [{ b64_json: '...' }], usage: { total_tokens: 100, input_tokens: 50, output_tokens: 50, input_tokens_details: { text_tokens: 10, image_tokens: 40 } } },
      10 * 5_000 + 40 * 10_000 + 50 * 40_000],
    // gpt-image-1.5 writes text too: $10, pictures $32.
    ['OpenAI: a picture with text out', PROVIDERS.openai.prices, 'gpt-image-1.5', imageGenerations, { prompt: 'x' },
      { usage: { total_tokens: 130, input_tokens: 30, output_tokens: 100, input_tokens_details: { text_tokens: 30, image_tokens: 0 }, output_tokens_details: { text_tokens: 20, image_tokens: 80 } } },
      30 * 5_000 + 20 * 10_000 + 80 * 32_000],
    // Source: OpenAI API reference, "The transcription object": $2.50 text in, $6 audio in, $10 out.
    ['OpenAI: a transcript in tokens', PROVIDERS.openai.prices, 'gpt-4o-transcribe', transcriptions, audio,
      { text: 'Imagine the wildest idea', usage: { type: 'tokens', input_tokens: 14, input_token_details: { text_tokens: 0, audio_tokens: 14 }, output_tokens: 45, total_tokens: 59 } }, 14 * 6_000 + 45 * 10_000],
    // $0.36 an hour is $0.006 a minute: 100,000 nano-dollars a second.
    ['OpenAI: a transcript by the second', PROVIDERS.openai.prices, 'whisper-1', transcriptions, audio, { text: 'x', usage: { type: 'duration', seconds: 9 } }, 9 * 100_000],
    ['OpenAI: a verbose transcript', PROVIDERS.openai.prices, 'whisper-1', transcriptions, audio, { task: 'transcribe', duration: 8.470000267028809, text: 'x' }, 9 * 100_000],
    // Groq bills ten seconds at least: $0.04 an hour. Source: Groq, "Speech to text".
    ['Groq: a short transcript', PROVIDERS.groq.prices, 'whisper-large-v3-turbo', transcriptions, audio, { text: 'x', duration: 3 }, Math.ceil((10 * 40_000_000) / 3_600)],
    // Source: DeepSeek API reference, "Create chat completion"; off-peak: $0.66 in, $0.022 from the cache, $1.98 out.
    ['DeepSeek: a cache in words of its own', PROVIDERS.deepseek.prices, 'deepseek-v4-pro', chat, { messages },
      { usage: { prompt_tokens: 1_000, completion_tokens: 10, total_tokens: 1_010, prompt_cache_hit_tokens: 900, prompt_cache_miss_tokens: 100 } }, 100 * 660 + 900 * 22 + 10 * 1_980],
    // Reasoning stands beside the completion at xAI, and is billed as output: $2 in, $0.30 cached, $6 out. Source: docs.x.ai, "Reasoning".
    ['xAI: reasoning beside the completion', PROVIDERS.xai.prices, 'grok-4.5', chat, { messages },
      { usage: { prompt_tokens: 32, completion_tokens: 9, total_tokens: 135, prompt_tokens_details: { text_tokens: 32, audio_tokens: 0, image_tokens: 0, cached_tokens: 6 }, completion_tokens_details: { reasoning_tokens: 94, audio_tokens: 0 } } },
      26 * 2_000 + 6 * 300 + 103 * 6_000],
    // $0.60 in, $0.15 cached, $2.50 out. Source: Moonshot, "Create chat completion": `cached_tokens` stands beside the other two.
    ['Moonshot: a cache at the top', PROVIDERS.moonshot.prices, 'kimi-k2-0905-preview', chat, { messages },
      { usage: { prompt_tokens: 1_000, completion_tokens: 10, total_tokens: 1_010, cached_tokens: 400 } }, 600 * 600 + 400 * 150 + 10 * 2_500],
    // Source: OpenRouter, "Usage accounting". What it says it charged counts, whatever the tokens.
    ['OpenRouter: its own figure', PROVIDERS.openrouter.prices, 'openai/gpt-4o-mini', chat, { messages },
      { usage: { prompt_tokens: 194, completion_tokens: 2, total_tokens: 196, cost: 0.000_95, cost_details: { upstream_inference_cost: null } } }, 950_000],
    ['OpenRouter: with a key of one\'s own, the maker\'s charge comes on top', PROVIDERS.openrouter.prices, 'openai/gpt-4o-mini', chat, { messages },
      { usage: { prompt_tokens: 194, completion_tokens: 2, total_tokens: 196, is_byok: true, cost: 0.000_05, cost_details: { upstream_inference_cost: 0.001 } } }, 1_050_000],
    // The figure of anybody else is ignored: $0.15 in, $0.60 out.
    ['OpenAI: a cost nobody asked it for', PROVIDERS.openai.prices, 'gpt-4o-mini', chat, { messages },
      { usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110, cost: 0 } }, 100 * 150 + 10 * 600],
  ])('%s', (_what, source, model, operation, asked, reply, nanodollars) => expect(bill(source, model, operation, asked, reply)).toBe(nanodollars));

  it('is the price of the hour at DeepSeek', () => {
    const reply = { usage: { prompt_tokens: 1_000, completion_tokens: 10, total_tokens: 1_010 } };
    const cost = (at: string): number => bill(PROVIDERS.deepseek.prices, 'deepseek-v4-pro', chat, { messages }, reply, Date.parse(at));
    expect([cost('2026-11-20T02:00:00Z'), cost('2026-11-20T05:00:00Z'), cost('2026-11-20T08:00:00Z')]).toEqual([1_359_600, 679_800, 1_359_600]);
    // Saturday and Sunday have no peak, Monday has one.
    expect([cost('2026-11-21T02:00:00Z'), cost('2026-11-22T08:00:00Z'), cost('2026-11-23T01:00:00Z')]).toEqual([679_800, 679_800, 1_359_600]);
    // The first weekend without a peak.
    expect([cost('2026-08-22T02:00:00Z'), cost('2026-08-23T02:00:00Z')]).toEqual([1_359_600, 679_800]);
    // What begins before the peak may end within it, and is held at that.
    const price = findPrice({ source: PROVIDERS.deepseek.prices, model: 'deepseek-v4-pro', at: Date.parse('2026-11-20T05:30:00Z'), overrides: [] });
    expect([price?.worstCost({ input: 1_000, output: 10, cacheWrites: 'none' }), price?.costOf({ input: 1_000, output: 10, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0 })]).toEqual([1_359_600, 679_800]);
  });

  it('is said by the request where speech is billed by the character', () => {
    // $15 a million characters. Source: OpenAI, "Pricing", TTS.
    const usage = speech.usageOfAsk?.(askOf(speech, { model: 'tts-1', input: 'Grüße 🎉', voice: 'alloy' }));
    expect(usage && costOf(PROVIDERS.openai.prices, 'tts-1', usage)).toBe(7 * 15_000);
  });
});
