import { Transform } from 'node:stream';

/** Something shorter stands in too many innocent texts. */
const LEAST_LENGTH = 8;

/** Takes a provider's key out of what comes back from it. */
export interface KeyHider {
  headers(headers: Readonly<Record<string, string | string[]>>): Record<string, string | string[]>;
  /** Keeps back only what may be the beginning of the key, so that a stream goes on streaming. */
  body(): Transform;
}

/**
 * APIs that take their key in the query say it back in redirects, links to the next page and warnings; some repeat
 * headers. Stars of the same length stand in its place, so that lengths stay true. What is compressed against our
 * wish is not seen through.
 */
export function createKeyHider(key: string | undefined): KeyHider {
  const forms = formsOf(key ?? '');
  const hide = (text: string): string => starOut(text, key);
  return {
    headers: (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? hide(value) : value.map(hide)])),
    body: () => hidingStream(forms.map((form) => Buffer.from(form))),
  };
}

/** A text with stars where a key stands in it. */
export function starOut(text: string, key: string | undefined): string {
  return formsOf(key ?? '').reduce((rest, form) => rest.replaceAll(form, '*'.repeat(form.length)), text);
}

/** As it is, as a query writes it in both ways, and as JSON may write it. */
function formsOf(key: string): readonly string[] {
  if (key.length < LEAST_LENGTH) return [];
  const encoded = encodeURIComponent(key);
  const query = new URLSearchParams({ key }).toString().slice('key='.length);
  return [...new Set([key, encoded, encoded.toLowerCase(), query, JSON.stringify(key).slice(1, -1), key.replaceAll('/', String.raw`\/`)])];
}

function hidingStream(forms: readonly Buffer[]): Transform {
  let kept = Buffer.alloc(0);
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      const text = Buffer.concat([kept, piece]);
      for (const form of forms) for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at)) text.fill('*', at, at + form.length);
      const whole = text.length - Math.max(0, ...forms.map((form) => beginningAtEnd(text, form)));
      kept = text.subarray(whole);
      done(null, text.subarray(0, whole));
    },
    flush(done) {
      done(null, kept);
    },
  });
}

/** How many bytes at the end of `text` could be the beginning of `form`. */
function beginningAtEnd(text: Buffer, form: Buffer): number {
  for (let length = Math.min(form.length - 1, text.length); length > 0; length -= 1) {
    if (text.subarray(text.length - length).equals(form.subarray(0, length))) return length;
  }
  return 0;
}
