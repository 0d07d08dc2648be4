import type { JsonObject } from './dialect.ts';
import { FRAME_TOKENS } from './openai-models.ts';

/** More tokens than any picture model reads of one picture (12 megapixels at full detail: 14,364). */
export const READ_TOKENS = 20_000;
/** Most pictures that one picture is made from, and the longest prompt, in characters. */
export const MOST_READ = 16;
export const LONGEST_PROMPT = 32_000;
/**
 * The model of the tool where it names none. Source: openai-node 7.57.0 (2026-11), "ImageGeneration.model"; the images
 * endpoints have no default since dall-e-2 was shut down on 2026-05-12.
 */
export const TOOL_MODEL = 'gpt-image-2.6-sunburst';

/**
 * More tokens than a picture of 1024 x 1024 has. Seen: 272, 1,056 and 4,160 at gpt-image-1; 200, 1,767 and 7,024 at
 * gpt-image-2. Source: OpenAI, "Image generation: cost and latency"; community.openai.com/t/1379464.
 */
const PER_MEGAPIXEL: Readonly<Record<string, number>> = { low: 1_000, medium: 3_000, high: 8_000 };
/**
 * The models since gpt-image-2.5. Two of their qualities take up to four times what gpt-image-2.5 takes, the third
 * takes the same. The two highest have no published figure: each step before them was four times the one before.
 * Source: docs.laozhang.ai/en/api-capabilities/gpt-image-2-6, 2026-11.
 */
const PER_MEGAPIXEL_LATER: Readonly<Record<string, number>> = {
  low: 2_000,
  medium: 8_000,
  high: 8_000,
  xhigh: 32_000,
  max: 128_000,
};
/** Nobody says which quality a model chooses by itself. */
const CHOSEN_PER_MEGAPIXEL = 8_000;
const CHOSEN_PER_MEGAPIXEL_LATER = 16_000;
const FIXED_BEFORE = /^(gpt-image-(1|2)(-|$)|gpt-image-1\.5|chatgpt-image|dall-e-)/;
/** Without a size a model chooses among the common ones, of which the largest has 1.6. */
const USUAL_MEGAPIXELS = 2;
/** A picture on the way costs 100 tokens, and there are at most three. */
const PARTIAL_TOKENS = 500;
/** Source: OpenAI API reference, "frame_count": 2 to 16. */
const USUAL_FRAMES = 9;
const MOST_FRAMES = 16;

const SIZE = /^(\d{1,5})x(\d{1,5})$/;

/** True for a size that Purser can read: none, one that the model chooses, or a width and a height. */
export function isSize(size: unknown): boolean {
  return size === undefined || size === null || size === 'auto' || (typeof size === 'string' && SIZE.test(size));
}

/** A drawing in words is written by another model, which the request may name and at its own price. */
export const NO_SVG =
  'A picture in the format "svg" is written by another model as text, at a length that nothing limits. Ask for "png".';

/** More tokens than one picture of this kind has. @param settings of a request, or of the tool in it */
export function tokensOfPicture(model: string, settings: JsonObject): number {
  const { size, quality, output_format: format, frame_count: frames } = settings;
  const sides = typeof size === 'string' ? SIZE.exec(size) : null;
  const megapixels = sides ? (Number(sides[1]) * Number(sides[2])) / 2 ** 20 : USUAL_MEGAPIXELS;
  const one = Math.ceil(Math.max(1, megapixels) * perMegapixel(model, quality));
  const times = format === 'gif' ? framesOf(frames) : 1;
  return FRAME_TOKENS + PARTIAL_TOKENS + one * times;
}

function perMegapixel(model: string, quality: unknown): number {
  const isBefore = FIXED_BEFORE.test(model);
  const table = isBefore ? PER_MEGAPIXEL : PER_MEGAPIXEL_LATER;
  const known = typeof quality === 'string' && Object.hasOwn(table, quality) ? table[quality] : undefined;
  return known ?? (isBefore ? CHOSEN_PER_MEGAPIXEL : CHOSEN_PER_MEGAPIXEL_LATER);
}

function framesOf(frames: unknown): number {
  if (frames === undefined || frames === null) return USUAL_FRAMES;
  return typeof frames === 'number' ? Math.min(MOST_FRAMES, Math.max(1, frames)) : MOST_FRAMES;
}
