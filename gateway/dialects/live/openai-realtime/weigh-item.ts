import type { JsonObject } from '../../dialect.ts';
import { byteLengthOf, eachObject } from '../../json/read-json.ts';
import { IMAGE_TOKENS } from '../../openai-models.ts';
import type { Weight } from '../weight.ts';
import { bytesInBase64, TOKENS_PER_SECOND } from './sound-format.ts';

/** Role, name and ends of a message. */
export const ITEM_TOKENS = 16;

/**
 * Most tokens of what a frame adds to a conversation: bytes bound the tokens of text, and length those of sound.
 * @param byteLength of the frame
 */
export function weighFrame(frame: JsonObject, byteLength: number, heardRate: number): Weight {
  let text = byteLength + ITEM_TOKENS;
  let media = 0;
  for (const part of eachObject(frame)) {
    const { type, audio, image_url: picture } = part;
    if (type === 'input_audio' && typeof audio === 'string') {
      text -= byteLengthOf(audio);
      media += soundTokens((bytesInBase64(audio) / heardRate) * 1_000);
    }
    if (type !== 'input_image') continue;
    media += IMAGE_TOKENS;
    if (typeof picture === 'string' && picture.startsWith('data:image/')) text -= byteLengthOf(picture);
  }
  return { text, media };
}

/** Most tokens of so much sound of a person. */
export function soundTokens(ms: number): number {
  return Math.ceil((ms / 1_000) * TOKENS_PER_SECOND.heard);
}
