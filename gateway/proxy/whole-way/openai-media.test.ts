import OpenAI, { toFile } from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
let key: string;
let openai: OpenAI;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 12, splitBytes: true }, maxBodyBytes: 32 * 2 ** 20 });
  ({ key } = await test.issue('20/day'));
  openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
});
afterEach(() => test.stop());

/** Checks that the cost in the ledger is what the provider charged, to the nano-dollar. */
async function expectBilled(...settled: readonly object[]): Promise<void> {
  const rows = await test.settled(settled.length);
  expect(rows).toEqual(
    settled.map((row) => expect.objectContaining({ certainty: 'exact', basis: 'usage', outcome: 'served', ...row })),
  );
  expect(rows.reduce((sum, row) => sum + row.cost, 0)).toBe(test.provider.bill());
  expect(test.provider.bill()).toBeGreaterThan(0);
}

const SOUND = Buffer.alloc(20_000, 'sound');
const file = (name: string) => toFile(SOUND, name);

describe('the official openai package, beyond chat', () => {
  it('embeds', async () => {
    const reply = await openai.embeddings.create({
      model: 'text-embedding-3-small',
      input: ['one', 'two'],
      encoding_format: 'float',
    });
    expect(reply.data[0]?.embedding).toEqual([0.5, -0.5]);
    await expectBilled({ inputTokens: 8, outputTokens: 0, endpoint: 'embeddings' });
  });

  it('completes in the old way, plain and streaming, and gets no usage that it did not ask for', async () => {
    const plain = await openai.completions.create({
      model: 'gpt-3.5-turbo-instruct',
      prompt: 'Say so.',
      max_tokens: 20,
    });
    expect(plain.usage?.completion_tokens).toBe(12);
    let text = '';
    for await (const chunk of await openai.completions.create({
      model: 'gpt-3.5-turbo-instruct',
      prompt: ['a', 'b'],
      max_tokens: 20,
      stream: true,
    })) {
      expect(chunk.choices).toHaveLength(1);
      text += chunk.choices[0]?.text ?? '';
    }
    expect(text).not.toBe('');
    await expectBilled({ outputTokens: 12 }, { outputTokens: 24, stream: true });
  });

  it('draws, plain and streaming', async () => {
    const plain = await openai.images.generate({
      model: 'gpt-image-1',
      prompt: 'A coin',
      n: 2,
      quality: 'low',
      size: '1024x1024',
    });
    expect(plain.data).toHaveLength(2);
    const types: string[] = [];
    for await (const event of await openai.images.generate({
      model: 'gpt-image-1',
      prompt: 'A coin',
      stream: true,
      partial_images: 1,
    }))
      types.push(event.type);
    expect(types).toEqual(['image_generation.partial_image', 'image_generation.completed']);
    await expectBilled({ outputTokens: 544, usageParts: { outputImage: 544 } }, { outputTokens: 272, stream: true });
  });

  it('draws from pictures: a form, byte for byte', async () => {
    const reply = await openai.images.edit({
      model: 'gpt-image-1',
      prompt: 'Grüße',
      image: [await file('a.png'), await file('b.png')],
    });
    expect(reply.data).toHaveLength(1);
    expect(test.provider.requests.at(-1)?.body).toContain('name="image[]"; filename="b.png"');
    await expectBilled({
      inputTokens: 333,
      usageParts: { inputImage: 323, outputImage: 272 },
      endpoint: 'images/edits',
    });
  });

  it('transcribes and translates: by the token, by the second, streaming', async () => {
    const byToken = await openai.audio.transcriptions.create({ model: 'gpt-4o-transcribe', file: await file('a.mp3') });
    expect(byToken.text).toBe('Simulated.');
    await openai.audio.translations.create({ model: 'whisper-1', file: await file('a.mp3') });
    let text = '';
    for await (const event of await openai.audio.transcriptions.create({
      model: 'gpt-4o-transcribe',
      file: await file('a.mp3'),
      stream: true,
    })) {
      if (event.type === 'transcript.text.delta') text += event.delta;
    }
    expect(text).toBe('Simulated, ü.');
    await expectBilled(
      { usageParts: { inputAudio: 14 } },
      { usageParts: { audioSeconds: 9 }, inputTokens: 0 },
      { stream: true, outputTokens: 45 },
    );
  });

  it('speaks: exactly by the character, and by the token if the usage is reported', async () => {
    const sound = await openai.audio.speech.create({ model: 'tts-1', voice: 'alloy', input: 'Grüße 🎉' });
    expect(Buffer.from(await sound.arrayBuffer()).toString()).toBe('simulated speech');
    const stream = await openai.audio.speech.create({
      model: 'gpt-4o-mini-tts',
      voice: 'alloy',
      input: 'Hello',
      stream_format: 'sse',
    });
    expect(await stream.text()).toContain('speech.audio.done');
    await expectBilled({ usageParts: { characters: 7 } }, { outputTokens: 40 });
  });

  it('speaks: held and settled at its bound if nothing reports the cost', async () => {
    await openai.audio.speech.create({ model: 'gpt-4o-mini-tts', voice: 'alloy', input: 'Hello' });
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ certainty: 'estimated', outcome: 'served', status: 200 });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
  });

  it('makes free calls at no cost', async () => {
    // The simulated provider has none; it only matters that it was asked.
    await openai.moderations.create({ input: 'x' }).catch(() => undefined);
    expect(test.provider.requests.at(-1)?.url).toBe('/v1/moderations');
    expect(await test.client.gateway.usage.recent({ limit: 5 })).toEqual([]);
  });
});

describe('a stream beyond chat that does not end as it should', () => {
  const begin = () =>
    openai.completions.create({ model: 'gpt-3.5-turbo-instruct', prompt: 'Count.', max_tokens: 400, stream: true });
  /** Reads a stream to its end. @returns the model's own reason for ending */
  async function drain(stream: AsyncIterable<OpenAI.Completion>): Promise<string | undefined> {
    let reason: string | undefined;
    for await (const chunk of stream) reason = chunk.choices[0]?.finish_reason ?? reason;
    return reason;
  }
  /** Checks that the ledger has at least the bill, and that nothing is held any longer. */
  async function expectCovered(outcome: string): Promise<void> {
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome, certainty: 'estimated' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
    expect((await test.client.gateway.keys.list()).map((view) => view.caps[0]?.reserved)).toEqual([0]);
  }

  it('is cut by a revoke, with an error that the package reports', async () => {
    test.provider.setScript({ outputTokens: 400, tokenMs: 5 });
    const stream = await begin();
    const [id] = (await test.client.gateway.keys.list()).map((view) => view.id);
    if (id === undefined) throw new Error('no sub-key');
    await Promise.all([expect(drain(stream)).rejects.toThrow('revoked'), test.client.gateway.keys.revoke({ id })]);
    await expectCovered('cut');
  });

  it('is left by its client', async () => {
    test.provider.setScript({ outputTokens: 400, tokenMs: 5 });
    for await (const _ of await begin()) break;
    await expect.poll(() => test.provider.openStreams).toBe(0);
    await expectCovered('client-gone');
  });

  it('is dropped by its provider', async () => {
    test.provider.setScript({ outputTokens: 400, destroyAfterTokens: 50 });
    await expect(drain(await begin())).rejects.toThrow();
    await expectCovered('provider-error');
  });

  it('exceeds its limit, and is ended as if it had kept it', async () => {
    test.provider.setScript({ outputTokens: 50_000, ignoresLimit: true });
    expect(await drain(await begin())).toBe('length');
    await expectCovered('cut');
  });
});

describe('a request beyond chat that does not fit', () => {
  it('is refused before it leaves, in the shape the package reads', async () => {
    const { key: poor } = await test.issue('0.001/day');
    const client = new OpenAI({ baseURL: test.openaiUrl, apiKey: poor, maxRetries: 0 });
    const caught = await client.images
      .generate({ model: 'gpt-image-1', prompt: 'A coin' })
      .catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(OpenAI.PermissionDeniedError);
    expect(caught).toMatchObject({ code: 'cap', message: expect.stringContaining('could cost') });
    await expect(
      client.audio.transcriptions.create({ model: 'whisper-1', file: await file('a.mp3') }),
    ).rejects.toMatchObject({ status: 403, code: 'cap' });
    expect(test.provider.requests).toEqual([]);
  });

  it.each([
    ['a picture model that nobody knows the price of', { model: 'dall-e-3', prompt: 'x' }, 'price of \\"dall-e-3\\"'],
    ['a number of pictures that is none', { model: 'gpt-image-1', prompt: 'x', n: 1.5 }, '\\"n\\"'],
  ])('%s', async (_what, body, part) => {
    const reply = await rawRequest(`${test.openaiUrl}/images/generations`, {
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
    expect([400, 403]).toContain(reply.status);
    expect(reply.body.toString()).toContain(part);
  });
});

describe('a form', () => {
  const send = (lines: readonly string[], type = 'multipart/form-data; boundary=boundary-7') =>
    rawRequest(`${test.openaiUrl}/audio/transcriptions`, {
      headers: { authorization: `Bearer ${key}`, 'content-type': type },
      body: lines.join('\r\n'),
    });
  const field = (name: string, value: string, more = '') => [
    '--boundary-7',
    `Content-Disposition: form-data; name="${name}"${more}`,
    '',
    value,
  ];
  const sound = field('file', 'sound', '; filename="a.mp3"');

  it('passes if it has a single meaning', async () => {
    const reply = await send([
      ...field('model', 'whisper-1'),
      ...sound,
      ...field('timestamp_granularities[]', 'word'),
      ...field('timestamp_granularities[]', 'segment'),
      '--boundary-7--',
      '',
    ]);
    expect(reply.status).toBe(200);
    await expectBilled({ model: 'whisper-1' });
  });

  it.each([
    [
      'a field that stands twice',
      [...field('model', 'whisper-1'), ...field('model', 'gpt-4o-transcribe'), ...sound, '--boundary-7--', ''],
      'is in the form twice',
    ],
    [
      'a model that is a file',
      [...field('model', 'whisper-1', '; filename="x"'), ...sound, '--boundary-7--', ''],
      'must name a model',
    ],
    ['no sound', [...field('model', 'whisper-1'), '--boundary-7--', ''], 'as a file'],
    ['no end', [...field('model', 'whisper-1'), ...sound], 'not a form'],
    ['garbage', ['\u0000\u0001'], 'not a form'],
  ])('is refused with %s', async (_what, lines, part) => {
    const reply = await send(lines);
    expect([reply.status, reply.body.toString()]).toEqual([400, expect.stringContaining(part)]);
    expect(test.provider.requests).toEqual([]);
  });

  it('is refused if it is something else', async () => {
    expect((await send(['{"model":"whisper-1"}'], 'application/json')).body.toString()).toContain('must be a form');
  });
});
