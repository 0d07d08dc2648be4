import type { Ask, AskFault, Call, JsonObject, Operation } from '../../dialect.ts';
import { FRAME_TOKENS } from '../../openai-models.ts';
import { isSize, NO_SVG, READ_TOKENS, tokensOfPicture } from '../../openai-pictures.ts';
import { countOf, isSwitch, malformed, modelOf, NO_STREAM, unbounded } from '../body-fields.ts';
import { createDoneMeter } from './done-meter.ts';
import { filesOf, plainOf, textBytesOf } from './form-fields.ts';
import { readMediaUsage } from './read-media-usage.ts';

/** Pictures from words. Billed in tokens that the reply names. Source: OpenAI API reference, "Create image". */
export const imageGenerations: Operation = picture('image_generation.completed', ({ body, byteLength }) =>
  readAsk(body, byteLength),
);

/** Pictures from pictures: a form. Source: OpenAI API reference, "Create image edit". */
export const imageEdits: Operation = picture('image_edit.completed', ({ body }) =>
  readAsk(body, textBytesOf(body) + filesOf(body).length * READ_TOKENS),
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

/** The endpoints have no default any more: that was dall-e-2, until 2026-05-12. Source: OpenAI, "Deprecations". */
const NO_PICTURE_MODEL =
  'The field "model" must name a model, such as "gpt-image-2.6-flare": OpenAI has no default for pictures any more.';

function readAsk(body: JsonObject, inputBytes: number): Ask | AskFault {
  const model = modelOf(body);
  if (model === undefined) return malformed(NO_PICTURE_MODEL);
  const stream = plainOf(body['stream']);
  if (!isSwitch(stream)) return malformed(NO_STREAM);
  const pictures = countOf(plainOf(body['n']));
  if (pictures === undefined) return malformed('The field "n" must be a whole number from 1 up.');
  if (!isSize(body['size']))
    return malformed('The field "size" must be "auto" or a width and a height, such as "1024x1024".');
  if (body['output_format'] === 'svg') return unbounded(NO_SVG);
  const outputLimit = Math.min(
    Number.MAX_SAFE_INTEGER,
    pictures * tokensOfPicture(model, { ...body, frame_count: plainOf(body['frame_count']) }),
  );
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
