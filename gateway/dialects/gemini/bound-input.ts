import type { Media } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import { byteLengthOf, eachObject, isObject } from '../json/read-json.ts';
import { findAmbiguous, listOf, pick } from './fields.ts';

/** Tokens around the contents that are not in the body. */
export const FRAME_TOKENS = 1_000;
/**
 * More tokens than any model charges for one picture: 2,240 at the highest resolution, and 258 a tile for older models,
 * which cut a long and narrow one into many. Source: ai.google.dev, "Media resolution" and "Image understanding".
 */
export const IMAGE_TOKENS = 16_384;

const BLOB_FIELDS = ['inlineData', 'fileData', 'mimeType'] as const;
const FILE_FIELDS = ['mimeType', 'fileUri'] as const;
/** Addresses of film, which a request may call anything. */
const FILM = /^https?:\/\/([\w-]+\.)*(youtube\.com|youtu\.be)\//i;

/** The most that the contents of a request can cost, and the media in them. */
export interface InputBound {
  /** In tokens; undefined where only the model's input limit bounds it: sound, film, documents, files at an address. */
  readonly tokens: number | undefined;
  readonly media: readonly Media[];
}

/**
 * Bytes bound tokens, except for media.
 * @param contents everything that the model reads
 */
export function boundContents(contents: unknown, byteLength: number): InputBound {
  let tokens: number | undefined = byteLength + FRAME_TOKENS;
  const media = new Set<Media>();
  for (const part of eachObject(contents)) {
    for (const kind of kindsOf(part)) {
      if (kind === 'image') media.add('image');
      if (kind === 'image' && tokens !== undefined) tokens += IMAGE_TOKENS;
      if (kind === 'other') media.add('audio').add('image');
      if (kind === 'other') tokens = undefined;
    }
  }
  return { tokens: tokens === undefined ? undefined : tokens - countImageBytes(contents), media: [...media] };
}

/** Counts the addresses in the text of a request: it can have no more fetched. */
export function countUrls(contents: unknown): number {
  let urls = 0;
  const pending: unknown[] = [contents];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'string') urls += value.split('://').length - 1;
    else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) pending.push(item);
  }
  return urls;
}

/** The media that a part holds. A part that names its content twice may hold any. */
function kindsOf(part: JsonObject): readonly Kind[] {
  const [inline, file] = [pick(part, 'inlineData'), pick(part, 'fileData')];
  if (findAmbiguous(part, BLOB_FIELDS) !== undefined || (inline !== undefined && file !== undefined)) return ['other'];
  if (file !== undefined) return [isObject(file) ? kindOfFile(file) : 'other'];
  return isObject(inline) ? [kindOf(inline)] : [];
}

/** Only what says that it is a picture has the bound of one: its tokens are not in the body. */
function kindOfFile(file: JsonObject): Kind {
  const uri = pick(file, 'fileUri');
  const isFilm = typeof uri === 'string' && FILM.test(uri);
  return !isFilm && findAmbiguous(file, FILE_FIELDS) === undefined && kindOf(file) === 'image' ? 'image' : 'other';
}

type Kind = 'text' | 'image' | 'other';

function kindOf(blob: JsonObject): Kind {
  const type = pick(blob, 'mimeType');
  if (typeof type !== 'string') return 'other';
  if (type.startsWith('text/')) return 'text';
  return type.startsWith('image/') ? 'image' : 'other';
}

/**
 * Bytes that are certainly pixels: only in a part of a message, or of the answer to a call, does the provider take data
 * for a picture. In the arguments of an old call the same words are text.
 */
function countImageBytes(contents: unknown): number {
  let bytes = 0;
  for (const content of listOf(contents).flatMap(listOf)) {
    for (const part of isObject(content) ? listOf(content['parts']) : []) {
      if (!isObject(part)) continue;
      const answer = pick(part, 'functionResponse');
      bytes += imageBytesIn(part);
      for (const inner of isObject(answer) ? listOf(answer['parts']) : [])
        if (isObject(inner)) bytes += imageBytesIn(inner);
    }
  }
  return bytes;
}

function imageBytesIn(part: JsonObject): number {
  const inline = pick(part, 'inlineData');
  return isObject(inline) && kindOf(inline) === 'image' ? byteLengthOf(inline['data']) : 0;
}
