import type { OutgoingHttpHeaders } from 'node:http';
import { Transform } from 'node:stream';

/** A list of a thousand batches is a megabyte. */
const MOST_BYTES = 16 * 2 ** 20;

/**
 * Makes the addresses in one field of a JSON reply point to the gateway: official SDKs follow them, and would take the
 * sub-key to the provider, past every cap. A larger reply passes unchanged.
 * @param home the gateway's own address of this provider, without a slash at its end
 */
export function linkHome(field: string, home: string): Transform {
  const pieces: Buffer[] = [];
  let size = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      if (size > MOST_BYTES) for (const kept of pieces.splice(0)) this.push(kept);
      if (size > MOST_BYTES) this.push(piece);
      else pieces.push(piece);
      done();
    },
    flush(done) {
      if (pieces.length > 0) this.push(pointHome(Buffer.concat(pieces).toString('utf8'), field, home));
      done();
    },
  });
}

/** Rewrites the addresses in a whole text. */
function pointHome(text: string, field: string, home: string): string {
  const pattern = new RegExp(`("${field}"\\s*:\\s*")https?://[^"/\\\\]+(/[^"\\\\]*")`, 'g');
  return text.replaceAll(pattern, (_whole, start: string, path: string) => `${start}${home}${path}`);
}

/** Makes the address in one header of a reply point to the gateway. @param name left out where no header has one */
export function pointHeaderHome(
  headers: OutgoingHttpHeaders,
  name: string | undefined,
  home: string,
): OutgoingHttpHeaders {
  const address = name === undefined ? undefined : headers[name];
  if (name === undefined || typeof address !== 'string') return headers;
  return { ...headers, [name]: address.replace(/^https?:\/\/[^/]+/, home) };
}
