import type { Call, JsonObject } from '../dialect.ts';
import { FRAME_TOKENS, IMAGE_TOKENS } from '../openai-models.ts';
import { byteLengthOf, eachObject, isObject } from '../json/read-json.ts';

/**
 * Most tokens that a request's input has: bytes bound the tokens of text, images have a bound of their own. Things that
 * the body only names (a stored conversation, a template, a file) are bounded by the context window alone, except a
 * response whose length is known. Encrypted reasoning is text in another form: its bytes bound it too.
 * @returns undefined when only the context window bounds it
 */
export function boundInput({
  body,
  byteLength,
  historyOf,
}: Pick<Call, 'body' | 'byteLength' | 'historyOf'>): number | undefined {
  const { previous_response_id: previous, conversation, prompt, input } = body;
  if ([conversation, prompt].some((value) => value !== undefined && value !== null)) return undefined;
  const history = boundHistory(previous, historyOf);
  if (history === undefined) return undefined;
  if (Array.isArray(input) && input.some(isReference)) return undefined;
  let bound = byteLength + FRAME_TOKENS + history;
  for (const part of eachObject(input)) {
    const type = part['type'];
    if (type === 'input_file' || type === 'input_audio' || type === 'item_reference') return undefined;
    if (type === 'input_image' || type === 'computer_screenshot') bound += IMAGE_TOKENS;
  }
  return bound - countImageBytes(input);
}

/** Most tokens of the response that this one goes on from, and of all before it. @returns undefined for an unknown one */
function boundHistory(previous: unknown, historyOf: Call['historyOf']): number | undefined {
  if (previous === undefined || previous === null || previous === '') return 0;
  return typeof previous === 'string' ? historyOf?.(previous) : undefined;
}

/** Items with an id that the provider has kept and reads from there: thoughts, pictures, findings of a tool. */
const KEPT =
  /^(reasoning|image_generation_call|(web|file)_search_call|code_interpreter_call|mcp_(call|list_tools)|compaction)$/;

/** An item that is only named. Its type may be left out. */
function isReference(item: unknown): boolean {
  if (!isObject(item)) return false;
  if (KEPT.test(String(item['type'])))
    return typeof item['id'] === 'string' && typeof item['encrypted_content'] !== 'string';
  return (item['type'] ?? 'item_reference') === 'item_reference' && item['role'] === undefined;
}

/** Bytes that are certainly pixels: only where the provider reads an image can its bytes not be read as text. */
function countImageBytes(input: unknown): number {
  let bytes = 0;
  for (const item of Array.isArray(input) ? input.filter(isObject) : []) {
    for (const part of [...partsOf(item['content']), ...partsOf(item['output'])]) {
      const url = part['image_url'];
      const isImage = part['type'] === 'input_image' || part['type'] === 'computer_screenshot';
      if (isImage && typeof url === 'string' && url.startsWith('data:image/')) bytes += byteLengthOf(url);
    }
  }
  return bytes;
}

function partsOf(value: unknown): readonly JsonObject[] {
  return isObject(value) ? [value] : Array.isArray(value) ? value.filter(isObject) : [];
}
