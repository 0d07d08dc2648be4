import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createPacker } from './packer.ts';
import type { Script } from './script.ts';

/** Writes a reply the way the script says, no faster than the other side reads. */
export interface ReplyWriter {
  /** Status and headers of a reply that succeeds. */
  begin(contentType: string): void;
  /** @returns false when the other side is gone. */
  write(text: string): Promise<boolean>;
  end(): Promise<void>;
  /** Ends the connection without a word, after the written bytes have left. */
  cut(): Promise<void>;
}

/** Longest piece, in bytes, when the script cuts at random places. */
const MAX_PIECE = 40;

export function createReplyWriter(response: ServerResponse, script: Script): ReplyWriter {
  const packer =
    script.encoding === undefined || script.liesAboutEncoding === true ? undefined : createPacker(script.encoding);
  if (script.encoding !== undefined) response.setHeader('content-encoding', script.encoding);

  async function send(bytes: Buffer): Promise<boolean> {
    if (response.destroyed) return false;
    if (bytes.length > 0 && !response.write(bytes)) await drained(response);
    return !response.destroyed;
  }

  async function sendSplit(bytes: Buffer): Promise<boolean> {
    if (script.splitBytes !== true) return send(bytes);
    for (let from = 0; from < bytes.length;) {
      const to = from + 1 + Math.floor(Math.random() * MAX_PIECE);
      if (!(await send(bytes.subarray(from, to)))) return false;
      from = to;
      // A turn of the event loop between pieces, so that they leave as packets of their own.
      await nextTurn();
    }
    return true;
  }

  return {
    begin: (type) => void response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }),
    async write(text) {
      const bytes = Buffer.from(script.crlf === true ? text.replaceAll('\n', '\r\n') : text);
      return sendSplit(packer ? await packer.pack(bytes) : bytes);
    },
    async end() {
      if (packer) await sendSplit(await packer.end());
      if (!response.destroyed) response.end();
    },
    async cut() {
      await nextTurn();
      response.destroy();
    },
  };
}

/** Until the other side has read enough, or is gone. */
async function drained(response: ServerResponse): Promise<void> {
  const over = new AbortController();
  const options = { signal: over.signal };
  try {
    await Promise.race([once(response, 'drain', options), once(response, 'close', options)]);
  } finally {
    over.abort();
  }
}
