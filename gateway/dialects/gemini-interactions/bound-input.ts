import type { Media } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import { FRAME_TOKENS, IMAGE_TOKENS } from '../gemini/bound-input.ts';
import type { InputBound } from '../gemini/bound-input.ts';
import { listOf } from '../gemini/fields.ts';
import { byteLengthOf, eachObject, isObject } from '../json/read-json.ts';

/** Content whose tokens are neither in the body nor in a bound of their own. */
const UNKNOWN: readonly unknown[] = ['audio', 'video', 'document'];

/**
 * Bytes bound tokens, except for media: pictures have a bound of their own, wherever they are, and only the model's
 * window bounds the rest.
 * @param contents everything that the model reads
 */
export function boundInput(contents: unknown, byteLength: number): InputBound {
  let tokens = byteLength + FRAME_TOKENS;
  let known = true;
  const media = new Set<Media>();
  for (const part of eachObject(contents)) {
    if (part['type'] === 'image') {
      media.add('image');
      tokens += IMAGE_TOKENS;
    }
    if (isUnknown(part)) known = false;
  }
  for (const part of partsOf(contents)) if (part['type'] === 'image') tokens -= byteLengthOf(part['data']);
  if (!known) media.add('audio').add('image');
  return { tokens: known ? tokens : undefined, media: [...media] };
}

/** True for sound, film and documents, also where they call themselves a picture, and for kinds that are new. */
function isUnknown({ type, data, uri, mime_type: mime }: JsonObject): boolean {
  if (type === 'image') return typeof mime === 'string' && !mime.startsWith('image/');
  return UNKNOWN.includes(type) || (typeof type === 'string' && type !== 'text' && (data ?? uri) !== undefined);
}

/**
 * Parts that the provider certainly takes as content, so that their data are pixels and no text. In the arguments of an
 * old call the same words are text.
 */
function partsOf(contents: unknown): readonly JsonObject[] {
  const items = listOf(contents).flatMap(listOf).filter(isObject);
  return items.flatMap((item) => [item, ...listOf(item['content']).filter(isObject)]);
}
