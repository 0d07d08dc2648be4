import type { TokenUsage } from '../../../domain/usage.ts';
import type { Ask, JsonObject } from '../../dialect.ts';
import { isObject, readCount } from '../../json/read-json.ts';
import { partsOf, withoutZeros } from '../../openai-chat/read-usage.ts';
import { addUp, overlapOf } from '../../usage/add-up.ts';

/**
 * Reads the usage of a response: cached tokens are a share of the input, and sound and pictures of each. Where it says
 * nothing of kinds, all of it is of the dearer one. Source: OpenAI API reference, "response.done", and
 * developers.openai.com/api/docs/guides/realtime-costs, 2026-11.
 * @returns undefined where there is none, or for a response that failed before it began
 */
export function readRealtimeUsage(
  { usage, status }: JsonObject,
  { media = [] }: Pick<Ask, 'media'>,
): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const [input, output] = [readCount(usage['input_tokens']), readCount(usage['output_tokens'])];
  if (input === undefined || output === undefined) return undefined;
  if (input + output === 0 && status === 'failed') return undefined;
  const [details, written] = [usage['input_token_details'], usage['output_token_details']];
  const [read, wrote] = [partsOf(details), partsOf(written)];
  const hasSound = media.includes('audio');
  const inputImage = read('image_tokens');
  const inputAudio = hasSound && !isObject(details) ? input : read('audio_tokens');
  const outputAudio = hasSound && !isObject(written) ? output : wrote('audio_tokens');
  const cacheRead = read('cached_tokens');
  const total = readCount(usage['total_tokens']);
  const whole = addUp({
    input,
    output,
    total,
    cacheRead,
    cacheWrite: 0,
    media: inputAudio + inputImage,
    shares: [outputAudio],
  });
  const cached = cachedOf(details, overlapOf(whole.input, cacheRead, inputAudio + inputImage));
  const parts = withoutZeros({ inputAudio, inputImage, outputAudio, ...cached });
  return { ...whole, cacheRead, cacheWrite: 0, cacheWriteHour: 0, ...(parts && { parts }) };
}

/** The cached tokens of other kinds than text. @param least where it does not say */
function cachedOf(details: unknown, least: number): Record<'cacheReadAudio' | 'cacheReadImage', number> {
  const kinds: unknown = isObject(details) ? details['cached_tokens_details'] : undefined;
  if (!isObject(kinds)) return { cacheReadAudio: least, cacheReadImage: 0 };
  const cached = partsOf(kinds);
  return { cacheReadAudio: cached('audio_tokens'), cacheReadImage: cached('image_tokens') };
}
