import { NO_USAGE } from '../../../domain/usage.ts';
import type { TokenUsage } from '../../../domain/usage.ts';
import { addUp, overlapOf } from '../../usage/add-up.ts';
import type { JsonObject } from '../../dialect.ts';
import { isObject, readCount } from '../../json/read-json.ts';
import { servedModel } from '../../usage/served-model.ts';
import { partsOf, withoutZeros } from '../read-usage.ts';

/** A day of audio in one file: more is no duration. */
const MOST_SECONDS = 86_400;

/**
 * Usage of pictures and of audio, in tokens or in seconds. Tokens that are not marked as text are of the dearer kind.
 * Source: OpenAI API reference, "The image generation response", "The transcription object", "The translation object".
 * @param kind the medium of the operation, beside text
 */
export function readMediaUsage(reply: JsonObject, kind: 'image' | 'audio'): TokenUsage | undefined {
  const { usage } = reply;
  const named = servedModel(reply['model']);
  const seconds = readSeconds(isObject(usage) ? usage['seconds'] : reply['duration']);
  if (!isObject(usage) || usage['type'] === 'duration') {
    if (seconds === undefined) return undefined;
    return { ...NO_USAGE, parts: { audioSeconds: seconds }, ...named, ...(seconds === 0 && { suspect: 'zero-input' }) };
  }
  const [input, output] = [readCount(usage['input_tokens']), readCount(usage['output_tokens'])];
  if (input === undefined || output === undefined) return undefined;
  // Pictures say `input_tokens_details`, transcripts `input_token_details`.
  const read = partsOf(usage['input_tokens_details'] ?? usage['input_token_details']);
  const details = usage['output_tokens_details'];
  const [cacheRead, special] = [read('cached_tokens'), read(`${kind}_tokens`)];
  const drawn = kind === 'image' && isObject(details) ? partsOf(details)('image_tokens') : 0;
  const total = readCount(usage['total_tokens']);
  const whole = addUp({ input, output, total, cacheRead, cacheWrite: 0, media: special, shares: [drawn] });
  const cached = overlapOf(whole.input, cacheRead, special);
  const counts = { ...NO_USAGE, ...whole, cacheRead, ...named };
  if (kind === 'audio') return { ...counts, ...partly({ inputAudio: special, cacheReadAudio: cached }) };
  const outputImage = isObject(details) ? drawn : whole.output;
  return { ...counts, ...partly({ inputImage: special, cacheReadImage: cached, outputImage }) };
}

function partly(parts: NonNullable<TokenUsage['parts']>): Pick<TokenUsage, 'parts'> {
  const some = withoutZeros(parts);
  return some ? { parts: some } : {};
}

/** As providers say it: seconds, with or without a fraction, as a number or (verbose replies) as text. */
function readSeconds(value: unknown): number | undefined {
  const seconds = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 && seconds <= MOST_SECONDS
    ? Math.ceil(seconds)
    : undefined;
}
