import type { RawData } from 'ws';

/** Converts a frame to one buffer, in whichever form `ws` delivers it. */
export function bytesOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}

/** True for codes that may be sent; the others only say that there was none. Source: RFC 6455, 7.4. */
export function isSendable(code: number): boolean {
  return (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || (code >= 3000 && code <= 4999);
}
