import type { Ask, AskFault, Call, JsonObject, Operation } from '../../dialect.ts';
import { FRAME_TOKENS } from '../../openai-models.ts';
import { countOf, isSwitch, malformed, modelOf, NO_MODEL, NO_STREAM } from '../body-fields.ts';
import { createDoneMeter } from './done-meter.ts';
import { filesOf, plainOf, textBytesOf } from './form-fields.ts';
import { readMediaUsage } from './read-media-usage.ts';

/** More tokens than any picture model reads of one picture (12 megapixels at full detail: 14,364). */
const PICTURE_TOKENS = 20_000;
/**
 * More tokens than a picture of 1024 x 1024 has: 272, 1,056 and 4,160 at gpt-image-1, up to 1.7 times that at
 * gpt-image-2.
 */
const TOKENS_PER_MEGAPIXEL: Readonly<Record<string, number>> = { low: 1_000, medium: 3_000 };
const MOST_TOKENS_PER_MEGAPIXEL = 8_000;
/** Without a size a model chooses among the common ones, of which the largest has 1.6. */
const USUAL_MEGAPIXELS = 2;
/** A picture on the way costs 100 tokens, and there are at most three. */
const PARTIAL_TOKENS = 500;

/** Pictures from words. Billed in tokens that the reply names. Source: OpenAI API reference, "Create image". */
export const imageGenerations: Operation = picture('image_generation.completed', ({ body, byteLength }) =>
  readAsk(body, byteLength),
);

/** Pictures from pictures: a form. Source: OpenAI API reference, "Create image edit". */
export const imageEdits: Operation = picture('image_edit.completed', ({ body }) =>
  readAsk(body, textBytesOf(body) + filesOf(body).length * PICTURE_TOKENS),
);

function picture(done: string, read: (call: Call) => Ask | AskFault): Operation {
  return {
    readAsk: read,
    rewrite: () => ({}),
    readUsage: (reply) => readMediaUsage(reply, 'image'),
    createMeter: (ask) =>
      createDoneMeter({
        done,
        answers: ask.extras?.pictures ?? 1,
        readUsage: (event) => readMediaUsage(event, 'image'),
      }),
  };
}

const SIZE = /^(\d{1,5})x(\d{1,5})$/;

function readAsk(body: JsonObject, inputBytes: number): Ask | AskFault {
  const model = modelOf(body);
  if (model === undefined) return malformed(NO_MODEL);
  const stream = plainOf(body['stream']);
  if (!isSwitch(stream)) return malformed(NO_STREAM);
  const pictures = countOf(plainOf(body['n']));
  if (pictures === undefined) return malformed('The field "n" must be a whole number from 1 up.');
  const { size } = body;
  if (size !== undefined && size !== null && size !== 'auto' && (typeof size !== 'string' || !SIZE.test(size)))
    return malformed('The field "size" must be "auto" or a width and a height, such as "1024x1024".');
  const outputLimit = Math.min(Number.MAX_SAFE_INTEGER, pictures * tokensOf(size, body['quality']));
  return {
    model,
    stream: stream === true,
    inputBound: inputBytes + FRAME_TOKENS,
    cacheWrites: 'none',
    outputLimit,
    choices: 1,
    smallestOutputLimit: outputLimit,
    fixedOutput: true,
    hiddenOutput: true,
    hideUsage: false,
    media: ['image'],
    extras: { pictures },
  };
}

function tokensOf(size: unknown, quality: unknown): number {
  const sides = typeof size === 'string' ? SIZE.exec(size) : null;
  const megapixels = sides ? (Number(sides[1]) * Number(sides[2])) / 2 ** 20 : USUAL_MEGAPIXELS;
  const perMegapixel =
    typeof quality === 'string' && Object.hasOwn(TOKENS_PER_MEGAPIXEL, quality)
      ? TOKENS_PER_MEGAPIXEL[quality]
      : undefined;
  return (
    FRAME_TOKENS + PARTIAL_TOKENS + Math.ceil(Math.max(1, megapixels) * (perMegapixel ?? MOST_TOKENS_PER_MEGAPIXEL))
  );
}
