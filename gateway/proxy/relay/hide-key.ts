import type { OutgoingHttpHeaders } from 'node:http';
import { formsOf, starOutForms } from '../../platform/star-out.ts';

/** Removes a provider's key from whatever comes back from it. */
export interface KeyHider {
  headers(headers: OutgoingHttpHeaders): Record<string, string | string[]>;
  /** Hides the key in a complete piece: a document, a frame. */
  whole(bytes: Buffer): Buffer;
  /** Hides the key in a body that comes in pieces. */
  pieces(body: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
  /** The same, for who has the pieces in hand. */
  stream(): PieceHider;
}

/** Keeps back only what may be the beginning of the key, so that a stream goes on streaming. */
export interface PieceHider {
  /** @returns what may go on now; empty when all of it was kept back */
  push(piece: Buffer): Buffer;
  /** What was kept back: at the end it is no key. */
  rest(): Buffer;
}

/**
 * Hides a provider's key. APIs that take their key in the query repeat it in redirects, links to the next page and
 * warnings; some servers, and every proxy made for inspecting requests, repeat headers. Stars of the same length
 * replace it, so that lengths stay true. Disguises that no such server uses are not recognized: a key in base64, in
 * hex, or letter by letter.
 * @param credential the value of the header with the key, with or without `Bearer`
 */
export function createKeyHider(credential: string | undefined): KeyHider {
  const key = credential?.replace(/^Bearer\s+/i, '');
  const texts = formsOf(key ?? '');
  const forms = texts.map((form) => Buffer.from(form));
  const hide = (text: string): string => starOutForms(text, texts);
  return {
    headers(headers) {
      const hidden: Record<string, string | string[]> = {};
      for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined) hidden[name] = Array.isArray(value) ? value.map(hide) : hide(String(value));
      }
      return hidden;
    },
    whole: (bytes) => star(bytes, forms),
    pieces: (body) => (forms.length === 0 ? body : hidePieces(body, createPieceHider(forms))),
    stream: () => createPieceHider(forms),
  };
}

/** @returns the same buffer when there is nothing to hide */
function star(bytes: Buffer, forms: readonly Buffer[]): Buffer {
  let hidden = bytes;
  for (const form of forms) {
    for (let at = hidden.indexOf(form); at !== -1; at = hidden.indexOf(form, at + form.length)) {
      if (hidden === bytes) hidden = Buffer.from(bytes);
      hidden.fill('*', at, at + form.length);
    }
  }
  return hidden;
}

const NOTHING: Buffer = Buffer.alloc(0);

function createPieceHider(forms: readonly Buffer[]): PieceHider {
  let kept = NOTHING;
  return {
    push(piece) {
      const text = star(kept.length > 0 ? Buffer.concat([kept, piece]) : piece, forms);
      let most = 0;
      for (const form of forms) most = Math.max(most, beginningAtEnd(text, form));
      kept = most === 0 ? NOTHING : text.subarray(text.length - most);
      return most === 0 ? text : text.subarray(0, text.length - most);
    },
    rest: () => kept,
  };
}

async function* hidePieces(body: AsyncIterable<Buffer>, hider: PieceHider): AsyncGenerator<Buffer, void, undefined> {
  for await (const piece of body) {
    const text = hider.push(piece);
    if (text.length > 0) yield text;
  }
  const rest = hider.rest();
  if (rest.length > 0) yield rest;
}

/** Counts the bytes at the end of `text` that could be the beginning of `form`. */
function beginningAtEnd(text: Buffer, form: Buffer): number {
  const [first = 0] = form;
  for (
    let at = text.indexOf(first, Math.max(0, text.length - form.length + 1));
    at !== -1;
    at = text.indexOf(first, at + 1)
  ) {
    if (text.subarray(at).equals(form.subarray(0, text.length - at))) return text.length - at;
  }
  return 0;
}
