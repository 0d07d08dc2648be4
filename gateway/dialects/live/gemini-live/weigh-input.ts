import type { JsonObject } from '../../dialect.ts';
import { byteLengthOf, isObject } from '../../json/read-json.ts';
import { findAmbiguous, listOf, pick } from '../../gemini/fields.ts';
import { boundContents } from '../../gemini/bound-input.ts';
import type { Weight } from '../weight.ts';

/**
 * Tokens of a second of sound: 25 by one page and 32 by another, and by the bill. Source:
 * discuss.ai.google.dev/t/live-api-pricing-audio-tokens-second-silent-audio/92653, 2026-11. Silence counts.
 */
export const TOKENS_PER_SECOND = 32;
/** The most at any resolution. Source: ai.google.dev, "Media resolution", 2026-11. */
const PICTURE_TOKENS = 2_240;
/** Two bytes a sample; the model takes 16,000 a second. */
const USUAL_RATE = 16_000;
const HIGHEST_RATE = 48_000;
const LOWEST_RATE = 8_000;
/** Role and ends of a message. */
const ITEM_TOKENS = 16;

/** What a frame adds to the conversation; a sentence where nobody can tell how much that is. */
export type Weighed = Weight | { readonly unknown: string };

/** Sound, pictures and text as they come. Source: ai.google.dev, "Live API: BidiGenerateContentRealtimeInput", 2026-11. */
export function weighRealtime(input: JsonObject): Weighed {
  const twice = findAmbiguous(input, ['mediaChunks', 'audioStreamEnd', 'activityStart', 'activityEnd']);
  if (twice !== undefined) return { unknown: `The field "${twice}" is there under both of its names.` };
  let media = 0;
  for (const blob of [...listOf(pick(input, 'mediaChunks')), ...listOf(input['audio']), ...listOf(input['video'])]) {
    const tokens = isObject(blob) ? tokensOf(blob) : undefined;
    if (tokens === undefined)
      return { unknown: 'Purser knows how long sound is in audio/pcm only, and how large pictures are in image/*.' };
    media += tokens;
  }
  return { text: ITEM_TOKENS + byteLengthOf(input['text']), media };
}

/** Messages that are there as a whole. @returns undefined when only the model's window bounds them */
export function weighContents(contents: unknown, byteLength: number): Weight | undefined {
  const { tokens, media } = boundContents(contents, byteLength);
  if (tokens === undefined) return undefined;
  return media.length > 0 ? { text: 0, media: tokens } : { text: tokens, media: 0 };
}

function tokensOf(blob: JsonObject): number | undefined {
  const type = pick(blob, 'mimeType');
  if (typeof type !== 'string' || findAmbiguous(blob, ['mimeType']) !== undefined) return undefined;
  if (type.startsWith('image/')) return PICTURE_TOKENS;
  if (!/^audio\/pcm\b/i.test(type)) return undefined;
  const named = Number(/;\s*rate=(\d{1,6})\b/i.exec(type)?.[1] ?? USUAL_RATE);
  const rate = Math.max(LOWEST_RATE, Math.min(HIGHEST_RATE, named));
  const { data } = blob;
  const bytes = typeof data === 'string' ? Math.ceil((data.length * 3) / 4) : 0;
  return Math.ceil((bytes / (rate * 2)) * TOKENS_PER_SECOND);
}
