import type { Ask, AskFault, Call, Operation } from '../../dialect.ts';
import { FRAME_TOKENS } from '../../openai-models.ts';
import { isSwitch, malformed, modelOf, NO_MODEL, NO_STREAM, unbounded } from '../body-fields.ts';
import { createDoneMeter } from './done-meter.ts';
import { filesOf, plainOf, textBytesOf } from './form-fields.ts';
import { readMediaUsage } from './read-media-usage.ts';

/** Models that bill tokens refuse longer files. Source: OpenAI, "Speech to text", and the error they answer with. */
const LONGEST_IN_TOKENS_S = 1_500;
/** They take ten a second; twice that, because it is not guaranteed. */
const TOKENS_PER_SECOND = 20;
/** No transcription model writes more for one file. */
const MOST_TEXT_TOKENS = 16_384;
/** A file that the provider cuts into pieces is read piece by piece, each with a window of its own. */
const MOST_PIECES = 100;

/**
 * Speech to text, in its own language or in English. Billed by the second or in tokens, as the model's price has it;
 * the reply says how much, except where it was asked for as bare text. Source: OpenAI API reference, "Create
 * transcription".
 */
export const transcriptions: Operation = {
  readAsk,
  rewrite: () => ({}),
  readUsage: (reply) => readMediaUsage(reply, 'audio'),
  createMeter: () =>
    createDoneMeter({ done: 'transcript.text.done', answers: 1, readUsage: (event) => readMediaUsage(event, 'audio') }),
};

function readAsk({ body }: Call): Ask | AskFault {
  const model = modelOf(body);
  if (model === undefined) return malformed(NO_MODEL);
  const stream = plainOf(body['stream']);
  if (!isSwitch(stream)) return malformed(NO_STREAM);
  // Groq fetches a file that is only named, of any length.
  if (body['url'] !== undefined)
    return unbounded('The field "url" names audio whose length Purser cannot know. Send the file itself.');
  const files = filesOf(body);
  if (files.length === 0) return malformed('The form must hold the audio as a file, in the field "file".');
  const seconds = Math.ceil(files.reduce((sum, { size, leastBytesPerSecond }) => sum + size / leastBytesPerSecond, 0));
  // As an object, it comes in fields of its own: `chunking_strategy[type]`.
  const isCut = Object.keys(body).some((name) => name.startsWith('chunking_strategy'));
  const heard = model.endsWith('-transcribe') && !isCut ? Math.min(seconds, LONGEST_IN_TOKENS_S) : seconds;
  return {
    model,
    // Whisper is asked in vain: it answers whole.
    stream: stream === true && !model.includes('whisper'),
    inputBound: heard * TOKENS_PER_SECOND + textBytesOf(body) + FRAME_TOKENS,
    ...(isCut && { windows: MOST_PIECES }),
    cacheWrites: 'none',
    outputLimit: MOST_TEXT_TOKENS,
    choices: 1,
    smallestOutputLimit: MOST_TEXT_TOKENS,
    fixedOutput: true,
    hiddenOutput: true,
    hideUsage: false,
    media: ['audio'],
    extras: { audioSeconds: heard },
  };
}
