import { crc32 } from 'node:zlib';
import { PRELUDE_BYTES } from './read-frame.ts';

/** Writes a frame of JSON. Source: smithy.io, "Amazon Event Stream specification"; 2026-11-30. */
export function writeFrame(event: string, payload: object): Buffer {
  return frameOf([...JSON_HEADERS, [':event-type', event], [':message-type', 'event']], payload);
}

/** Writes the frame that ends a stream with an error. @param name such as `validationException` */
export function writeException(name: string, payload: object): Buffer {
  return frameOf([...JSON_HEADERS, [':exception-type', name], [':message-type', 'exception']], payload);
}

/** One letter for each byte, as every stream's end is a text here. */
export function asLetters(frames: Buffer): string {
  return frames.toString('latin1');
}

type Header = readonly [name: string, value: string];

const JSON_HEADERS: readonly Header[] = [[':content-type', 'application/json']];
const TEXT = 7;

function frameOf(headers: readonly Header[], payload: object): Buffer {
  const head = Buffer.concat(headers.map(headerOf));
  const body = Buffer.from(JSON.stringify(payload));
  const prelude = Buffer.alloc(PRELUDE_BYTES);
  prelude.writeUInt32BE(PRELUDE_BYTES + head.length + body.length + 4, 0);
  prelude.writeUInt32BE(head.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const frame = Buffer.concat([prelude, head, body]);
  return Buffer.concat([frame, checksumOf(frame)]);
}

function headerOf([name, value]: Header): Buffer {
  const [key, text] = [Buffer.from(name), Buffer.from(value)];
  const size = Buffer.alloc(2);
  size.writeUInt16BE(text.length);
  return Buffer.concat([Buffer.of(key.length), key, Buffer.of(TEXT), size, text]);
}

function checksumOf(bytes: Buffer): Buffer {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(bytes));
  return checksum;
}
