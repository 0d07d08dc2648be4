import type { Media } from '../../domain/usage.ts';
import { FRAME_TOKENS, IMAGE_TOKENS } from '../openai-models.ts';
import { byteLengthOf, eachObject, isObject } from '../json/read-json.ts';
import { boundSound } from './bound-sound.ts';

/** The most that a conversation can be read as. */
export interface MessagesBound {
  /** In tokens; undefined when only the model's context window bounds it. */
  readonly input: number | undefined;
  readonly media: readonly Media[];
}

/**
 * Bytes bound tokens, except for media: images and audio have bounds of their own, files and earlier audio only the
 * context window.
 */
export function boundMessages(messages: readonly unknown[], byteLength: number): MessagesBound {
  let input = byteLength + FRAME_TOKENS;
  let known = true;
  let audio = false;
  for (const part of eachObject(messages)) {
    // `audio: { id }` stands for something that was said before.
    if (part['type'] === 'file' || part['type'] === 'video_url' || isObject(part['audio'])) known = false;
    if (part['type'] === 'image_url') input += IMAGE_TOKENS;
    audio ||= part['type'] === 'input_audio' || isObject(part['audio']);
  }
  if (messages.some(bringsUnknown)) known = false;
  const inline = weighInline(messages);
  return { input: known ? input - inline.bytes + inline.soundTokens : undefined, media: audio ? ['audio'] : [] };
}

/** Parts of a message whose bytes, or whose own bound, say how much is read. */
const KNOWN_PARTS = new Set<unknown>([
  undefined,
  'text',
  'image_url',
  'input_audio',
  'refusal',
  'thinking',
  'reasoning',
  'output_text',
  'input_text',
  'tool_result',
  'tool_use',
]);

/** Characters that every address has, and no sound in base64. */
const NO_BASE64 = /[^\w+/=\s-]/;

/** True where a message names content by address: Mistral fetches documents, other servers sound and film. */
function bringsUnknown(message: unknown): boolean {
  const content: unknown = isObject(message) ? message['content'] : undefined;
  // Some servers take one part without a list around it.
  return (Array.isArray(content) ? content : [content]).filter(isObject).some((part) => {
    const sound = part['input_audio'];
    const heard = isObject(sound) ? sound['data'] : sound;
    const isNamed =
      part['type'] === 'input_audio' &&
      (typeof heard !== 'string' || (!heard.startsWith('data:') && NO_BASE64.test(heard)));
    return !KNOWN_PARTS.has(part['type']) || isNamed;
  });
}

/**
 * Weighs data that is certainly pixels or sound: only where the provider reads it as such can its bytes not be text.
 */
function weighInline(messages: readonly unknown[]): { readonly bytes: number; readonly soundTokens: number } {
  let bytes = 0;
  let soundTokens = 0;
  for (const message of messages) {
    const content: unknown = isObject(message) ? message['content'] : undefined;
    for (const part of Array.isArray(content) ? content : []) {
      if (!isObject(part)) continue;
      const { image_url: picture, input_audio: sound } = part;
      if (
        part['type'] === 'image_url' &&
        isObject(picture) &&
        typeof picture['url'] === 'string' &&
        picture['url'].startsWith('data:image/')
      )
        bytes += byteLengthOf(picture['url']);
      if (part['type'] !== 'input_audio') continue;
      // Mistral has the sound itself there, and no format.
      const { data, format } = isObject(sound) ? sound : { data: sound, format: undefined };
      if (typeof data !== 'string') continue;
      bytes += byteLengthOf(data);
      soundTokens += boundSound(data, format);
    }
  }
  return { bytes, soundTokens };
}
