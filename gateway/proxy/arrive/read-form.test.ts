import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transcriptions } from '../../dialects/openai-chat/media/transcriptions.ts';
import type { JsonObject, Operation } from '../../dialects/dialect.ts';
import { readForm } from './read-form.ts';

const destination = { params: {}, query: new URLSearchParams() };

/** Reads a form into the object that an operation sees. */
async function seen(bytes: Buffer, contentType: string): Promise<JsonObject | string> {
  let body: JsonObject = {};
  const spy: Operation = {
    ...transcriptions,
    readAsk: (call) => ((body = call.body), { fault: 'malformed', message: 'seen' }),
  };
  const result = await readForm(spy, bytes, contentType, destination);
  return !result.ok && result.refusal.message === 'seen' ? body : result.ok ? 'passed' : result.refusal.code;
}

/** Writes a form as browsers and SDKs do. */
async function write(form: FormData): Promise<readonly [bytes: Buffer, contentType: string]> {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  return [Buffer.from(await request.arrayBuffer()), request.headers.get('content-type') ?? ''];
}

const NAME = 'content-disposition: form-data; name="model"';

describe('a form', () => {
  it('shows its text, and only the size and the type of its files', async () => {
    const form = new FormData();
    form.set('model', 'whisper-1');
    form.append('timestamp_granularities[]', 'word');
    form.append('timestamp_granularities[]', 'segment');
    form.append('image[]', new Blob(['12345'], { type: 'image/png' }), 'a.png');
    form.append('image[]', new Blob([new Uint8Array(300)]), 'b');
    expect(await seen(...(await write(form)))).toEqual({
      model: 'whisper-1',
      'timestamp_granularities[]': ['word', 'segment'],
      'image[]': [
        { size: 5, type: 'image/png', leastBytesPerSecond: 1 },
        { size: 300, type: 'application/octet-stream', leastBytesPerSecond: 1 },
      ],
    });
  });

  it('is read correctly whatever its text is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.string({ unit: 'grapheme' }), { maxKeys: 6 }),
        async (fields) => {
          const form = new FormData();
          for (const [name, value] of Object.entries(fields)) form.set(name, value);
          // The form itself writes every line end as CR LF.
          const expected = Object.fromEntries(
            Object.entries(fields).map(([name, value]) => [name, value.replaceAll(/\r\n|\r|\n/g, '\r\n')]),
          );
          if (Object.keys(fields).length > 0) expect(await seen(...(await write(form)))).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    'boundary=A; boundary=Z',
    'boundary=A; Boundary=Z',
    'boundary=A; boundary*=Z',
    'boundary=A; charset=utf-7',
    'boundary=A; x',
    'boundary=A;; boundary=Z',
    'boundary="A"; boundary=Z',
    'boundary="A;boundary=Z"',
    'boundary=',
    'charset=utf-8',
    'boundary=A B',
    'boundary=A, boundary=Z',
    'boundary="A\\"',
    'boundary*0=A',
  ])('whose boundary may be read in two ways is refused: %s', async (parameters) => {
    const part = (boundary: string, model: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="model"\r\n\r\n${model}\r\n--${boundary}--\r\n`;
    const bytes = Buffer.from(`${part('A', 'dear')}${part('Z', 'cheap')}`);
    expect(await seen(bytes, `multipart/form-data; ${parameters}`)).toBe('malformed');
  });

  const ORDINARY = [
    'boundary=--x_1',
    'boundary="--x 1"',
    'charset=UTF-8; boundary=--x_1',
    'boundary=--x_1; charset="utf-8"',
  ];
  it.each(ORDINARY)('is read by its only boundary: %s', async (parameters) => {
    const boundary = /boundary="?([^";]+)/.exec(parameters)?.[1] ?? '';
    const bytes = Buffer.from(`--${boundary}\r\n${NAME}\r\n\r\nm\r\n--${boundary}--\r\n`);
    expect(await seen(bytes, `multipart/form-data; ${parameters}`)).toEqual({ model: 'm' });
  });

  const one = (header: string, more = '') => Buffer.from(`--A\r\n${header}\r\n\r\nm\r\n--A--${more}`);
  it.each([
    'content-disposition: form-data; name="x"; name="model"',
    'content-disposition: form-data; name="x"; Name="model"',
    'content-disposition: form-data; name="x"; name*=utf-8\'\'model',
    `${NAME}\r\ncontent-disposition: form-data; name="x"`,
    'content-disposition: form-data; name=model',
    'content-disposition: attachment; name="model"',
    `${NAME}; x="y"`,
    `${NAME}\r\ncontent-transfer-encoding: base64`,
    `${NAME}\r\ncontent-type: text/plain; charset=utf-16`,
    `${NAME}\r\ncontent-type: text/plain\r\ncontent-type: text/html`,
    `${NAME}\r\n folded`,
    'x: y',
    `${NAME}\r\nx-own: y`,
    'content-disposition: form-data; name="mo%64el"',
    'content-disposition: form-data; name="file"; filename="a\\"; name="model"',
  ])('with a part that may be read in two ways is refused: %j', async (header) => {
    expect(await seen(one(header), 'multipart/form-data; boundary=A')).toBe('malformed');
  });

  it('with anything before or after its parts is refused', async () => {
    const before = Buffer.concat([Buffer.from('x\r\n'), one(NAME)]);
    for (const bytes of [before, one(NAME, '\r\nx'), one(NAME, '\r\n--A'), one(NAME, 'A')]) {
      expect(await seen(bytes, 'multipart/form-data; boundary=A')).toBe('malformed');
    }
  });

  it.each([
    NAME,
    `${NAME}\r\ncontent-type: text/plain; charset=utf-8`,
    `${NAME}\r\nContent-Length: 1`,
    `Content-Type: text/plain\r\n${NAME}`,
    `${NAME}\r\nContent-Transfer-Encoding: binary`,
    'Content-Disposition:form-data;name="model"',
  ])('as clients write it is read: %j', async (header) => {
    expect(await seen(one(header), 'multipart/form-data; boundary=A')).toEqual({ model: 'm' });
    expect(await seen(one(header, '\r\n'), 'multipart/form-data; boundary=A')).toEqual({ model: 'm' });
  });

  it('that is damaged anywhere is refused or read, and nothing throws', async () => {
    const form = new FormData();
    form.set('model', 'whisper-1');
    form.set('file', new Blob(['sound']), 'a.mp3');
    const [bytes, contentType] = await write(form);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), async (at, value, end) => {
        const damaged = Buffer.from(bytes.subarray(0, Math.max(at + 1, end)));
        damaged[at] = value;
        const result = await readForm(transcriptions, damaged, contentType, destination);
        // A byte changed inside the model's name may leave a well-formed form whose model name is invalid.
        expect(result.ok || ['malformed', 'model-name'].includes(result.refusal.code)).toBe(true);
      }),
      { numRuns: 300, examples: [[84, 0, 279]] },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (random, boundary) => {
        expect(
          (
            await readForm(
              transcriptions,
              Buffer.from(random),
              `multipart/form-data; boundary=${boundary}`,
              destination,
            )
          ).ok,
        ).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
