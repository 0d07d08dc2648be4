import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transcriptions } from '../dialects/openai-chat/transcriptions.ts';
import type { JsonObject, Operation } from '../dialects/dialect.ts';
import { readForm } from './read-form.ts';

const place = { params: {}, query: new URLSearchParams() };

/** Shows what an operation would see. */
async function seen(bytes: Buffer, contentType: string): Promise<JsonObject | string> {
  let body: JsonObject = {};
  const spy: Operation = { ...transcriptions, readAsk: (call) => ((body = call.body), { fault: 'malformed', message: 'seen' }) };
  const result = await readForm(spy, bytes, contentType, place);
  return !result.ok && result.denial.message === 'seen' ? body : result.ok ? 'passed' : result.denial.code;
}

/** A form as browsers and SDKs write it. */
async function write(form: FormData): Promise<readonly [bytes: Buffer, contentType: string]> {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  return [Buffer.from(await request.arrayBuffer()), request.headers.get('content-type') ?? ''];
}

describe('a form', () => {
  it('shows its text, and of its files the size and the type only', async () => {
    const form = new FormData();
    form.set('model', 'whisper-1');
    form.append('timestamp_granularities[]', 'word');
    form.append('timestamp_granularities[]', 'segment');
    form.append('image[]', new Blob(['12345'], { type: 'image/png' }), 'a.png');
    form.append('image[]', new Blob([new Uint8Array(300)]), 'b');
    expect(await seen(...(await write(form)))).toEqual({
      model: 'whisper-1', 'timestamp_granularities[]': ['word', 'segment'], 'image[]': [{ size: 5, type: 'image/png', leastBytesPerSecond: 1 }, { size: 300, type: 'application/octet-stream', leastBytesPerSecond: 1 }],
    });
  });

  it('comes through whatever its text is', async () => {
    await fc.assert(fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.string({ unit: 'grapheme' }), { maxKeys: 6 }), async (fields) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      // The form itself writes every line end as CR LF.
      const expected = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.replaceAll(/\r\n|\r|\n/g, '\r\n')]));
      if (Object.keys(fields).length > 0) expect(await seen(...(await write(form)))).toEqual(expected);
    }), { numRuns: 100 });
  });

  it('that is damaged anywhere is refused or read, and nothing throws', async () => {
    const form = new FormData();
    form.set('model', 'whisper-1');
    form.set('file', new Blob(['sound']), 'a.mp3');
    const [bytes, contentType] = await write(form);
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), async (at, value, end) => {
      const damaged = Buffer.from(bytes.subarray(0, Math.max(at + 1, end)));
      damaged[at] = value;
      const result = await readForm(transcriptions, damaged, contentType, place);
      expect(result.ok || result.denial.code === 'malformed').toBe(true);
    }), { numRuns: 300 });
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (random, boundary) => {
      expect((await readForm(transcriptions, Buffer.from(random), `multipart/form-data; boundary=${boundary}`, place)).ok).toBe(false);
    }), { numRuns: 200 });
  });
});
