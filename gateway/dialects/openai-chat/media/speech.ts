import { NO_USAGE } from '../../../domain/usage.ts';
import type { Ask, AskFault, Call, Operation } from '../../dialect.ts';
import { FRAME_TOKENS } from '../../openai-models.ts';
import { byteLengthOf } from '../../json/read-json.ts';
import { malformed, modelOf, NO_MODEL } from '../body-fields.ts';
import { createDoneMeter } from './done-meter.ts';
import { readMediaUsage } from './read-media-usage.ts';

/** Speech has about 21 tokens a second, and a second has at least three characters. */
const AUDIO_TOKENS_PER_BYTE = 8;

/**
 * Text to speech. The reply is sound and says nothing of its cost: a price by the character is exact, a price by the
 * token is held and settled at its bound, unless it streams events. Source: OpenAI API reference, "Create speech".
 */
export const speech: Operation = {
  readAsk,
  rewrite: () => ({}),
  readUsage: (reply) => readMediaUsage(reply, 'audio'),
  createMeter: () =>
    createDoneMeter({ done: 'speech.audio.done', answers: 1, readUsage: (event) => readMediaUsage(event, 'audio') }),
  usageOfAsk: ({ extras }) => ({ ...NO_USAGE, parts: { characters: extras?.characters ?? 0 } }),
};

function readAsk({ body }: Call): Ask | AskFault {
  const model = modelOf(body);
  const { input, instructions, stream_format: format } = body;
  if (model === undefined) return malformed(NO_MODEL);
  if (typeof input !== 'string') return malformed('The field "input" must be a text.');
  const bytes = byteLengthOf(input);
  const outputLimit = FRAME_TOKENS + bytes * AUDIO_TOKENS_PER_BYTE;
  return {
    model,
    stream: format === 'sse',
    inputBound: bytes + byteLengthOf(instructions) + FRAME_TOKENS,
    cacheWrites: 'none',
    outputLimit,
    choices: 1,
    smallestOutputLimit: outputLimit,
    fixedOutput: true,
    hiddenOutput: true,
    hideUsage: false,
    extras: { characters: Array.from(input).length },
  };
}
