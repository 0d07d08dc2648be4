import type { ServerResponse } from 'node:http';
import { isObject } from '../reply-shape.ts';
import { createReplyWriter } from '../reply-writer.ts';
import type { Script, SimulatedRequest } from '../script.ts';

/** A reply to a request that is not a conversation, and its cost in nano-dollars. */
interface MediaReply {
  readonly cost: number;
  /** Its events when it was asked to stream, else the whole. */
  readonly events?: readonly unknown[];
  readonly json?: unknown;
  readonly bytes?: Buffer;
}

/**
 * Nano-dollars for one token, second or character. Its own figures: the bill must not repeat a mistake of the
 * gateway's.
 */
const RATES = {
  'text-embedding-3-small': { text: 20 },
  'gpt-image-1': { text: 5_000, picture: 40_000 },
  'gpt-4o-transcribe': { audio: 6_000, written: 10_000 },
  'whisper-1': { second: 100_000 },
  'tts-1': { character: 15_000 },
  'gpt-4o-mini-tts': { text: 600, spoken: 12_000 },
} as const;

/** The output tokens of one picture at low quality. */
const PICTURE_TOKENS = 272;
const AUDIO_SECONDS = 9;

/** Embeddings, pictures, transcripts and speech. Source: OpenAI API reference. @returns false for every other route */
export async function answerMedia(
  route: string,
  request: SimulatedRequest,
  response: ServerResponse,
  { script, charge }: { readonly script: Script; readonly charge: (nanodollars: number) => void },
): Promise<boolean> {
  const make = Object.hasOwn(ROUTES, route) ? ROUTES[route] : undefined;
  if (!make) return false;
  const reply = make((field) => fieldOf(request, field), script);
  charge(reply.cost);
  const writer = createReplyWriter(response, script);
  if (reply.events) {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    for (const event of reply.events) await writer.write(`data: ${JSON.stringify(event)}\n\n`);
  } else if (reply.bytes) {
    response.writeHead(200, { 'content-type': 'audio/mpeg' });
    await writer.write(reply.bytes.toString('latin1'));
  } else {
    response.writeHead(200, { 'content-type': 'application/json' });
    await writer.write(JSON.stringify(reply.json));
  }
  await writer.end();
  return true;
}

type Make = (field: (name: string) => string | undefined, script: Script) => MediaReply;

const ROUTES: Readonly<Record<string, Make>> = {
  'POST /v1/embeddings': (_field, { inputTokens = 8 }) => ({
    cost: inputTokens * RATES['text-embedding-3-small'].text,
    json: {
      object: 'list',
      model: 'text-embedding-3-small',
      data: [{ object: 'embedding', index: 0, embedding: [0.5, -0.5] }],
      usage: { prompt_tokens: inputTokens, total_tokens: inputTokens },
    },
  }),
  'POST /v1/images/generations': (field, script) => pictures(field, script, 'image_generation', 0),
  'POST /v1/images/edits': (field, script) => pictures(field, script, 'image_edit', 323),
  'POST /v1/audio/transcriptions': transcript,
  'POST /v1/audio/translations': transcript,
  'POST /v1/audio/speech': (field) => {
    const characters = Array.from(field('input') ?? '').length;
    const bytes = Buffer.from('simulated speech');
    if (field('model') === 'tts-1') return { cost: characters * RATES['tts-1'].character, bytes };
    const usage = { input_tokens: characters, output_tokens: 40, total_tokens: characters + 40 };
    const cost = characters * RATES['gpt-4o-mini-tts'].text + 40 * RATES['gpt-4o-mini-tts'].spoken;
    if (field('stream_format') !== 'sse') return { cost, bytes };
    return {
      cost,
      events: [
        { type: 'speech.audio.delta', audio: bytes.toString('base64') },
        { type: 'speech.audio.done', usage },
      ],
    };
  },
};

function pictures(field: Parameters<Make>[0], { noUsage }: Script, kind: string, imageTokens: number): MediaReply {
  const count = Number(field('n') ?? 1);
  const rates = RATES['gpt-image-1'];
  const usageOf = (share: number) => ({
    input_tokens: 10 + imageTokens,
    output_tokens: PICTURE_TOKENS * share,
    total_tokens: 10 + imageTokens + PICTURE_TOKENS * share,
    input_tokens_details: { text_tokens: 10, image_tokens: imageTokens },
  });
  // Pictures are read at twice the price of words.
  const cost = 10 * rates.text + imageTokens * rates.text * 2 + PICTURE_TOKENS * count * rates.picture;
  if (field('stream') === 'true') {
    return {
      cost,
      events: [
        { type: `${kind}.partial_image`, b64_json: 'AAAA', partial_image_index: 0 },
        { type: `${kind}.completed`, b64_json: 'AAAA', usage: usageOf(count) },
      ],
    };
  }
  return {
    cost,
    json: {
      created: 1_700_000_000,
      data: Array.from({ length: count }, () => ({ b64_json: 'AAAA' })),
      ...(noUsage ? {} : { usage: usageOf(count) }),
    },
  };
}

function transcript(field: Parameters<Make>[0]): MediaReply {
  if (field('model') === 'whisper-1')
    return {
      cost: AUDIO_SECONDS * RATES['whisper-1'].second,
      json: { text: 'Simulated.', usage: { type: 'duration', seconds: AUDIO_SECONDS } },
    };
  const rates = RATES['gpt-4o-transcribe'];
  const usage = {
    type: 'tokens',
    input_tokens: 14,
    input_token_details: { text_tokens: 0, audio_tokens: 14 },
    output_tokens: 45,
    total_tokens: 59,
  };
  const cost = 14 * rates.audio + 45 * rates.written;
  if (field('stream') === 'true')
    return {
      cost,
      events: [
        { type: 'transcript.text.delta', delta: 'Simu' },
        { type: 'transcript.text.delta', delta: 'lated, ü.' },
        { type: 'transcript.text.done', text: 'Simulated, ü.', usage },
      ],
    };
  return { cost, json: { text: 'Simulated.', usage } };
}

/** A field of a JSON body or of a form, as text. */
function fieldOf({ body, headers }: SimulatedRequest, name: string): string | undefined {
  if (String(headers['content-type']).startsWith('multipart/'))
    return new RegExp(`name="${name}"\r\n(?:[^\r\n]+\r\n)*\r\n(.*)\r\n`).exec(body)?.[1];
  const json: unknown = JSON.parse(body);
  const value = isObject(json) ? json[name] : undefined;
  return typeof value === 'string' ? value : value === undefined ? undefined : JSON.stringify(value);
}
