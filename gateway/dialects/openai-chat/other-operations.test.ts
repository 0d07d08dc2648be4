// Long because each case has its own sample.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { Ask, JsonObject, Operation, StreamMeter } from '../dialect.ts';
import { createSseSplitter } from '../json/sse-splitter.ts';
import { chat } from './chat.ts';
import { completions } from './completions.ts';
import { embeddings } from './embeddings.ts';
import { imageEdits, imageGenerations } from './media/images.ts';
import { readMediaUsage } from './media/read-media-usage.ts';
import { speech } from './media/speech.ts';
import { transcriptions } from './media/transcriptions.ts';

const read = (operation: Operation, body: JsonObject) =>
  operation.readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
function ask(operation: Operation, body: JsonObject): Ask {
  const result = read(operation, body);
  if ('fault' in result) throw new Error(result.message);
  return result;
}
const file = (size: number, leastBytesPerSecond = 500) => [{ size, type: 'audio/mpeg', leastBytesPerSecond }];

describe('what a request beyond chat asks for', () => {
  it.each([
    [
      { prompt: 'Hi', max_tokens: 20 },
      { outputLimit: 20, choices: 1, windows: 1 },
    ],
    [
      { prompt: ['a', 'b', 'c'], max_tokens: 20, n: 2 },
      { outputLimit: 120, choices: 6, windows: 3 },
    ],
    // All tries are billed, also those that nobody sees.
    [
      { prompt: 'Hi', max_tokens: 20, n: 1, best_of: 5 },
      { outputLimit: 100, choices: 5, hiddenOutput: true },
    ],
    [{ prompt: [1, 2, 3], max_tokens: 20 }, { windows: 1 }],
    [
      { prompt: [[1, 2], [3]], max_tokens: 20 },
      { windows: 2, outputLimit: 40 },
    ],
    [{ prompt: 'Hi' }, { outputLimit: undefined }],
    [{ prompt: 'Hi', stream: true }, { hideUsage: true }],
  ])('completions %j', (body, expected) => expect(ask(completions, { model: 'm', ...body })).toMatchObject(expected));

  it('a limit that Purser sets goes where legacy completions have it', () => {
    expect(
      completions.rewrite({ prompt: 'Hi' }, ask(completions, { model: 'm', prompt: 'Hi', stream: true }), 7),
    ).toEqual({ max_tokens: 7, stream_options: { include_usage: true } });
  });

  it.each([
    ['one text', 'Hi', 1],
    ['a list', ['a', 'b'], 2],
    ['token numbers', [1, 2, 3], 1],
    ['lists of them', [[1], [2], [3]], 3],
    ['nothing', [], 1],
  ])('embeddings of %s generate nothing', (_what, input, windows) =>
    expect(ask(embeddings, { model: 'm', input })).toMatchObject({
      windows,
      outputLimit: 0,
      fixedOutput: true,
      cacheWrites: 'none',
    }),
  );

  it.each([
    [{ quality: 'low', size: '1024x1024' }, 272],
    [{ quality: 'medium', size: '1024x1536' }, 1_584],
    [{ quality: 'high', size: '1536x1024' }, 6_208],
    [{ size: 'auto' }, 6_240],
    [{ quality: 'auto' }, 6_240],
    [{}, 6_240],
    [{ n: 4, quality: 'high', size: '1024x1024' }, 4 * 4_160],
    [{ quality: 'high', size: '3840x2160' }, 50_000],
  ])('a picture %j is bounded by more than it is made of', (more, tokens) => {
    const { outputLimit } = ask(imageGenerations, { model: 'gpt-image-1', prompt: 'x', ...more });
    expect(outputLimit).toBeGreaterThan(tokens);
    expect(outputLimit).toBeLessThan(tokens * 10);
  });

  it('more pictures than anybody can count are held at more than anybody has', () => {
    const { outputLimit } = ask(imageGenerations, { model: 'm', prompt: 'x', n: Number.MAX_SAFE_INTEGER });
    expect(outputLimit).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('a picture from pictures is bounded by them', () => {
    expect(
      ask(imageEdits, { model: 'gpt-image-1', prompt: 'x', n: '2', 'image[]': [...file(5_000_000), ...file(1)] }),
    ).toMatchObject({ inputBound: 40_000 + 1_000 + 13, extras: { pictures: 2 } });
  });

  it('a transcript is bounded by its file, in tokens and in seconds', () => {
    expect(ask(transcriptions, { model: 'whisper-1', file: file(1_000_000) })).toMatchObject({
      inputBound: 2_000 * 20 + 1_000 + 9,
      extras: { audioSeconds: 2_000 },
      media: ['audio'],
      stream: false,
    });
    // Hours of silence in a few kilobytes; a model that takes tokens hears 25 minutes of it at most.
    expect(ask(transcriptions, { model: 'whisper-1', file: file(15_000, 1) })).toMatchObject({
      extras: { audioSeconds: 15_000 },
    });
    expect(ask(transcriptions, { model: 'gpt-4o-transcribe', file: file(15_000, 1) })).toMatchObject({
      extras: { audioSeconds: 1_500 },
    });
    expect(ask(transcriptions, { model: 'gpt-4o-transcribe', stream: 'true', file: file(10) }).stream).toBe(true);
    // Whisper answers whole, whatever it is asked.
    expect(ask(transcriptions, { model: 'whisper-1', stream: 'true', file: file(10) }).stream).toBe(false);
  });

  it.each([
    { chunking_strategy: 'auto' },
    { 'chunking_strategy[type]': 'server_vad', 'chunking_strategy[threshold]': '0.5' },
    { 'chunking_strategy.type': 'server_vad' },
  ])('a transcript in pieces has a window for each: %j', (more) => {
    const long = file(15_000, 1);
    expect(ask(transcriptions, { model: 'gpt-4o-transcribe', file: long, ...more })).toMatchObject({
      windows: 100,
      extras: { audioSeconds: 15_000 },
    });
  });

  it('speech is bounded by its text', () =>
    expect(ask(speech, { model: 'tts-1', input: 'Grüße 🎉' })).toMatchObject({
      extras: { characters: 7 },
      outputLimit: 1_000 + 8 * 12,
    }));

  it.each<readonly [Operation, JsonObject]>([
    [completions, {}],
    [completions, { model: 'm', prompt: 'x', n: 0 }],
    [completions, { model: 'm', prompt: 'x', best_of: '3' }],
    [completions, { model: 'm', prompt: 'x', max_tokens: 1.5 }],
    [completions, { model: 'm', prompt: 'x', stream: 'yes' }],
    [embeddings, { input: 'x' }],
    [embeddings, { model: 'm' }],
    [embeddings, { model: 'm', input: 5 }],
    [imageGenerations, { prompt: 'x' }],
    [imageGenerations, { model: 'm', n: 'two' }],
    [imageGenerations, { model: 'm', stream: 'maybe' }],
    [imageEdits, { model: 5 }],
    [transcriptions, { model: 'm' }],
    [transcriptions, { model: 'm', file: 'text' }],
    [transcriptions, { file: file(1) }],
    [speech, { model: 'm' }],
    [speech, { model: 'm', input: ['x'] }],
    [imageGenerations, { model: 'gpt-image-1', prompt: 'x', size: ' 4096x4096' }],
    [imageGenerations, { model: 'gpt-image-1', prompt: 'x', size: 4096 }],
  ])('is malformed: %# %j', (operation, body) =>
    expect(read(operation, body)).toMatchObject({ fault: 'malformed', message: expect.stringMatching(/ must /) }),
  );
});

describe('usage of pictures and sound', () => {
  it.each([
    [
      { usage: { input_tokens: 50, output_tokens: 50, input_tokens_details: { text_tokens: 10, image_tokens: 40 } } },
      'image',
      { input: 50, output: 50, parts: { inputImage: 40, outputImage: 50 } },
    ],
    // Parts that do not fit into the whole are added to it.
    [
      { usage: { input_tokens: 50, output_tokens: 50, input_tokens_details: { image_tokens: 900 } } },
      'image',
      { input: 950, parts: { inputImage: 900, outputImage: 50 }, suspect: 'share-above-whole' },
    ],
    [{ usage: { input_tokens: 0, output_tokens: 0 } }, 'image', { input: 0, output: 0, suspect: 'zero-input' }],
    [{ usage: { type: 'duration', seconds: 0 } }, 'audio', { parts: { audioSeconds: 0 }, suspect: 'zero-input' }],
    [{ usage: { type: 'duration', seconds: 8.2 } }, 'audio', { parts: { audioSeconds: 9 } }],
    [{ duration: '8.47', text: 'x' }, 'audio', { parts: { audioSeconds: 9 } }],
  ] as const)('%j', (reply, kind, expected) => expect(readMediaUsage(reply, kind)).toMatchObject(expected));

  it.each([
    {},
    { usage: null },
    { usage: {} },
    { usage: { input_tokens: 5 } },
    { usage: { input_tokens: -1, output_tokens: 5 } },
    { usage: { type: 'duration' } },
    { duration: 1e9 },
    { usage: { type: 'duration', seconds: '?' } },
  ])('%j is none', (reply) => expect(readMediaUsage(reply, 'audio')).toBeUndefined());

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.object({
          key: fc.constantFrom(
            'usage',
            'input_tokens',
            'output_tokens',
            'seconds',
            'type',
            'duration',
            'input_tokens_details',
            'image_tokens',
            'x',
          ),
          withNullPrototype: true,
        }),
        fc.constantFrom('image', 'audio'),
        (reply, kind) => {
          const usage = readMediaUsage(JSON.parse(JSON.stringify(reply)), kind);
          for (const count of Object.values({ ...usage?.parts })) expect(count).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a stream beyond chat', () => {
  const meterOf = (operation: Operation, body: JsonObject): StreamMeter => {
    const meter = operation.createMeter?.(ask(operation, { model: 'm', ...body }), 'events');
    if (!meter) throw new Error('it does not stream');
    return meter;
  };
  const see = (meter: StreamMeter, ...events: readonly JsonObject[]) =>
    events.map((event) => meter.see({ event: 'message', data: JSON.stringify(event) }));
  const usage = { input_tokens: 14, output_tokens: 45 };

  it('ends with its usage, and only that is the whole', () => {
    const meter = meterOf(transcriptions, { file: file(10) });
    expect(see(meter, { type: 'transcript.text.delta', delta: 'Grüße' })).toEqual(['relay']);
    expect([meter.usage(), meter.outputBytes(), meter.outputEvents()]).toEqual([undefined, 7, 1]);
    expect(see(meter, { type: 'transcript.text.done', text: 'Grüße', usage })).toEqual(['last']);
    expect(meter.usage()).toMatchObject({ input: 14, output: 45 });
  });

  it('of several pictures ends with the last of them, and their usage adds up', () => {
    const meter = meterOf(imageGenerations, { prompt: 'x', n: 2 });
    const done = { type: 'image_generation.completed', usage };
    expect(see(meter, { type: 'image_generation.partial_image' }, done)).toEqual(['relay', 'relay']);
    expect([meter.usage(), meter.inputSoFar()?.output]).toEqual([undefined, 45]);
    expect(see(meter, done)).toEqual(['last']);
    expect(meter.usage()).toMatchObject({ input: 28, output: 90, parts: { outputImage: 90 } });
  });

  it('that failed has no figure, and one that never says has none either', () => {
    const failed = meterOf(transcriptions, { file: file(10) });
    see(failed, { type: 'error', message: 'overloaded' }, { type: 'transcript.text.done', usage });
    expect([failed.failed(), failed.usage()]).toEqual([true, undefined]);
    const silent = meterOf(transcriptions, { file: file(10) });
    see(silent, { type: 'transcript.text.done', text: '' });
    expect([silent.failed(), silent.usage()]).toEqual([false, undefined]);
  });

  it('is ended as if it were complete', () => {
    const meter = meterOf(transcriptions, { file: file(10) });
    see(meter, { type: 'transcript.text.delta', delta: 'Hel' }, { type: 'transcript.text.delta', delta: 'lo' });
    expect(meter.truncation()).toBe(
      'event: transcript.text.done\ndata: {"type":"transcript.text.done","text":"Hello"}\n\n',
    );
  });

  it('of legacy completions is ended as if the limit were reached', () => {
    const meter = meterOf(completions, { prompt: ['a', 'b'], stream: true });
    see(
      meter,
      {
        id: 'c',
        object: 'text_completion',
        created: 1,
        model: 'm',
        choices: [{ index: 0, text: 'Hi', logprobs: null, finish_reason: null }],
      },
      {
        id: 'c',
        object: 'text_completion',
        created: 1,
        model: 'm',
        choices: [{ index: 1, text: 'ü', finish_reason: 'stop' }],
      },
    );
    expect([meter.outputBytes(), meter.truncation()]).toEqual([
      4,
      'data: {"id":"c","object":"text_completion","created":1,"model":"m","choices":[{"index":0,"text":"",' +
        '"logprobs":null,"finish_reason":"length"}]}\n\ndata: [DONE]\n\n',
    ]);
  });

  const STREAMS: readonly (readonly [Operation, JsonObject, readonly JsonObject[]])[] = [
    [
      transcriptions,
      { file: file(10) },
      [
        { type: 'transcript.text.delta', delta: 'Grüße, 世界 🎉' },
        { type: 'transcript.text.done', text: 'Grüße', usage },
      ],
    ],
    [
      imageGenerations,
      { prompt: 'x' },
      [
        { type: 'image_generation.partial_image', b64_json: 'AAAA' },
        { type: 'image_generation.completed', b64_json: 'AAAA', usage },
      ],
    ],
    [
      speech,
      { input: 'x' },
      [
        { type: 'speech.audio.delta', audio: 'AAAA' },
        { type: 'speech.audio.done', usage },
      ],
    ],
    [
      completions,
      { prompt: 'x', stream: true, stream_options: { include_usage: true } },
      [
        { object: 'text_completion', choices: [{ index: 0, text: '世界', finish_reason: 'stop' }] },
        { object: 'text_completion', choices: [], usage: { prompt_tokens: 14, completion_tokens: 45 } },
      ],
    ],
    [
      chat,
      { messages: [], stream: true, stream_options: { include_usage: true } },
      [
        { choices: [{ index: 0, delta: { content: '🎉' }, finish_reason: 'stop' }] },
        { choices: [], usage: { prompt_tokens: 14, completion_tokens: 45, cost: 0.5 } },
      ],
    ],
  ];

  it('has the same usage and the same bytes wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STREAMS),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(600), { maxLength: 12 }),
        fc.boolean(),
        ([operation, body, events], end, cuts, comments) => {
          const text =
            events
              .map(
                (event) =>
                  `${comments ? `: ping${end}${end}` : ''}event: x${end}data: ${JSON.stringify(event)}${end}${end}`,
              )
              .join('') + (operation === chat || operation === completions ? `data: [DONE]${end}${end}` : '');
          const bytes = Buffer.from(text);
          const meter = meterOf(operation, body);
          const splitter = createSseSplitter(2 ** 20);
          const out: Buffer[] = [];
          const at = [
            0,
            ...cuts.filter((cut) => cut < bytes.length).toSorted((left, right) => left - right),
            bytes.length,
          ];
          for (const [index, from] of at.slice(0, -1).entries()) {
            for (const event of splitter.push(bytes.subarray(from, at[index + 1]))) {
              if (event.parsed) meter.see(event.parsed);
              out.push(event.raw);
            }
          }
          out.push(splitter.rest());
          expect(Buffer.concat(out).equals(bytes)).toBe(true);
          expect(meter.usage()).toMatchObject({ input: 14, output: 45 });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('relays what it cannot read, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STREAMS),
        fc.array(fc.oneof(fc.string(), fc.json())),
        ([operation, body], events) => {
          const meter = meterOf(operation, body);
          for (const data of events) if (data !== '[DONE]') meter.see({ event: 'message', data });
          expect(meter.outputBytes()).toBeGreaterThanOrEqual(0);
          expect(meter.truncation()).toBeTypeOf('string');
        },
      ),
    );
  });
});

describe('hostile bodies', () => {
  it.each<readonly [string, Operation]>([
    ['completions', completions],
    ['embeddings', embeddings],
    ['pictures', imageGenerations],
    ['edits', imageEdits],
    ['transcripts', transcriptions],
    ['speech', speech],
  ])('never throw: %s', (_what, operation) => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'model',
            'prompt',
            'input',
            'n',
            'best_of',
            'max_tokens',
            'stream',
            'stream_options',
            'size',
            'quality',
            'file',
            'image[]',
            'instructions',
            'x',
          ),
          fc.jsonValue(),
        ),
        (json) => {
          const result = read(operation, { model: 'm', input: 'x', file: file(5), ...json });
          if ('fault' in result) return;
          expect(result.inputBound ?? 0).toBeGreaterThanOrEqual(0);
          expect(Number.isSafeInteger(result.outputLimit ?? 0)).toBe(true);
          expect(operation.rewrite(json, result, undefined)).toBeTypeOf('object');
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what is only named', () => {
  const form = { model: 'whisper-large-v3', file: file(1_000) };

  it('is not transcribed: nobody knows how long it is', () => {
    expect(transcriptions.readAsk(callOf({ ...form, url: 'https://example.com/hours.mp3' }, 2_000))).toMatchObject({
      fault: 'unbounded',
    });
    expect(transcriptions.readAsk(callOf(form, 2_000))).not.toHaveProperty('fault');
  });

  it('is embedded under the bound of the window', () => {
    const body = {
      model: 'm',
      input: [{ content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }] }],
    };
    expect(embeddings.readAsk(callOf(body, 100))).toMatchObject({ inputBound: undefined });
    expect(embeddings.readAsk(callOf({ model: 'm', input: ['a', [1, 2]] }, 100))).toMatchObject({ inputBound: 1_100 });
  });
});
