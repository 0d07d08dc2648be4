import type { JsonObject } from '../dialect.ts';
import { byteLengthOf, eachObject, isObject } from '../json/read-json.ts';

/** Tokens around messages that are not in the body. */
const FRAME_TOKENS = 200;
/** The system prompt that comes with tools, generously: 804 at most of Claude. */
const TOOL_TOKENS = 1_500;
/** More than any model charges for a picture: 4,784 of Claude, four tiles of 1,601 of Llama, 4,096 of Pixtral. */
const IMAGE_TOKENS = 8_000;
/** Blocks of which only the model's window bounds the tokens. */
const UNBOUNDED = ['document', 'video', 'audio'] as const;

/**
 * Bytes bound tokens, except for media. Source: Amazon Bedrock API reference, "ContentBlock"; 2026-11.
 * @returns undefined where only the window bounds it
 */
export function boundConverseInput(body: JsonObject, byteLength: number): number | undefined {
  let bound = byteLength + FRAME_TOKENS + (isObject(body['toolConfig']) ? TOOL_TOKENS : 0);
  for (const block of eachObject([body['messages'], body['system']])) {
    if (UNBOUNDED.some((kind) => isObject(block[kind]))) {
      if (!isShortText(block['document'])) return undefined;
    }
    // An address in S3 brings a picture that is not in the body.
    if (isObject(block['image'])) bound += IMAGE_TOKENS;
  }
  return bound - countImageBytes(body['messages']);
}

/** A document that is text is read as it is. */
function isShortText(document: unknown): boolean {
  if (!isObject(document) || !isObject(document['source'])) return false;
  return document['source']['text'] !== undefined || document['source']['content'] !== undefined;
}

/** Bytes that are certainly pixels: only where a picture may stand can its bytes not be read as text. */
function countImageBytes(messages: unknown): number {
  let bytes = 0;
  const pending: unknown[] = Array.isArray(messages) ? messages.filter(isObject).map(({ content }) => content) : [];
  while (pending.length > 0) {
    const content = pending.pop();
    for (const block of Array.isArray(content) ? content.filter(isObject) : []) {
      const { image, toolResult } = block;
      if (isObject(toolResult)) pending.push(toolResult['content']);
      if (isObject(image) && isObject(image['source'])) bytes += byteLengthOf(image['source']['bytes']);
    }
  }
  return bytes;
}
