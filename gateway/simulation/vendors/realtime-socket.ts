// Long because one session is one object: what it hears, says and charges.
import { setTimeout as sleep } from 'node:timers/promises';
import type { IncomingMessage } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import type { RawData } from 'ws';
import type { AnswerContext } from '../answer.ts';
import { bearerIn, isObject } from '../reply-shape.ts';
import type { SimulatedRequest } from '../script.ts';
import type { SocketUpgrade } from './socket-upgrade.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Nano-dollars for one token. */
interface RealtimePrices {
  readonly text: number;
  readonly textCached: number;
  readonly audio: number;
  readonly audioCached: number;
  readonly textOut: number;
  readonly audioOut: number;
}

/** Its own table, like that of the other models. */
const REALTIME_MODELS: ReadonlyMap<string, RealtimePrices> = new Map([
  [
    'gpt-realtime',
    { text: 4_000, textCached: 400, audio: 32_000, audioCached: 400, textOut: 16_000, audioOut: 64_000 },
  ],
  [
    'gpt-realtime-mini',
    { text: 600, textCached: 60, audio: 10_000, audioCached: 300, textOut: 2_400, audioOut: 20_000 },
  ],
]);
/** `gpt-4o-transcribe`: sound in, text out. */
const TRANSCRIBER = { audio: 6_000, out: 10_000 } as const;

/** 24,000 samples a second of two bytes. */
const BYTES_PER_MS = 48;
const SILENCE_MS = 500;
const PADDING_MS = 300;
/** A piece of an answer: half a second of sound, and two words. */
const PIECE = { audio: 10, text: 2 } as const;
const PIECE_TOKENS = PIECE.audio + PIECE.text;
const MOST_TOKENS = 4_096;
const SOUND = Buffer.alloc((PIECE.audio / 20) * 1_000 * BYTES_PER_MS).toString('base64');

const sockets = new WebSocketServer({ noServer: true, clientTracking: false });

export type ServeFrame = (
  request: SimulatedRequest,
  answer: (context: AnswerContext) => Promise<void>,
) => Promise<void>;

/**
 * A simulated Realtime session: it hears speech in every sound that is not zero, answers it in sound, and charges each
 * answer for the whole conversation before it.
 * @returns false for any other address
 */
export function acceptRealtimeSocket(
  { message, socket, head }: SocketUpgrade,
  key: string,
  serve: ServeFrame,
): boolean {
  const url = new URL(message.url ?? '/', 'http://localhost');
  if (url.pathname !== '/v1/realtime') return false;
  const model = url.searchParams.get('model') ?? '';
  const prices = REALTIME_MODELS.get(model);
  if (bearerIn(message.headers) !== key || !prices) {
    socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
    return true;
  }
  sockets.handleUpgrade(message, socket, head, (client) => openSession({ client, message, model, prices, serve }));
  return true;
}

interface Opened {
  readonly client: WebSocket;
  readonly message: IncomingMessage;
  readonly model: string;
  readonly prices: RealtimePrices;
  readonly serve: ServeFrame;
}

interface Tokens {
  text: number;
  audio: number;
}

/** One session, with everything it has heard and said. */
class Session {
  readonly said: Tokens = { text: 120, audio: 0 };
  readonly cached: Tokens = { text: 0, audio: 0 };
  #opened: Opened;
  #isBeta: boolean;
  #settings: Record<string, unknown> = {};
  #heardMs = 0;
  #coveredMs = 0;
  #silenceMs = 0;
  #speaking = false;
  #ids = 0;
  #running: { readonly id: string; readonly cancel: AbortController } | undefined;
  #gone = new AbortController();

  constructor(opened: Opened) {
    this.#opened = opened;
    this.#isBeta = opened.message.headers['openai-beta'] !== undefined;
    opened.client.on('close', () => this.#gone.abort());
    opened.client.on('error', () => opened.client.terminate());
    opened.client.on('message', (data: RawData) => {
      const frame: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '{}');
      if (isObject(frame)) this.#hear(frame);
    });
    this.#send({ type: 'session.created', session: this.#session() });
  }

  #session(): JsonObject {
    return {
      type: 'realtime',
      object: 'realtime.session',
      model: this.#opened.model,
      instructions: 'Be nice. (simulated)',
      ...this.#settings,
    };
  }

  #send(event: JsonObject): void {
    if (this.#opened.client.readyState === WebSocket.OPEN)
      this.#opened.client.send(JSON.stringify({ event_id: this.#id('event'), ...event }));
  }

  #id(kind: string): string {
    this.#ids += 1;
    return `${kind}_${this.#ids}`;
  }

  #hear(frame: JsonObject): void {
    const { type } = frame;
    if (type === 'session.update') this.#update(frame);
    else if (type === 'input_audio_buffer.append') this.#listen(Buffer.from(String(frame['audio']), 'base64'));
    else if (type === 'input_audio_buffer.commit') this.#commit();
    else if (type === 'input_audio_buffer.clear') this.#coveredMs = this.#heardMs;
    else if (type === 'conversation.item.create') this.#add(frame);
    else if (type === 'response.create') this.#create(frame);
    else if (type === 'response.cancel') this.#running?.cancel.abort();
    else this.#fail(frame, 'unknown_event', 'No such event.');
  }

  #fail(frame: JsonObject, code: string, message: string): void {
    const error = { type: 'invalid_request_error', code, message, param: null, event_id: frame['event_id'] ?? null };
    this.#send({ type: 'error', error });
  }

  #update(frame: JsonObject): void {
    const { session } = frame;
    if (isObject(session)) this.#settings = { ...this.#settings, ...session };
    if (isObject(session)) this.said.text += Math.ceil(JSON.stringify(session['instructions'] ?? '').length / 4);
    this.#send({ type: 'session.updated', session: this.#session() });
  }

  #add(frame: JsonObject): void {
    const item = JSON.stringify(frame['item'] ?? {});
    this.said.text += Math.ceil(item.length / 4) + 2;
    this.#send({ type: this.#isBeta ? 'conversation.item.created' : 'conversation.item.added', item: frame['item'] });
  }

  /** The settings for what it hears, in the beta and since. */
  #input(): JsonObject {
    const audio: unknown = this.#settings['audio'];
    const input: unknown = isObject(audio) ? audio['input'] : undefined;
    const { turn_detection: detection, input_audio_transcription: transcription } = this.#settings;
    return { turn_detection: detection, transcription, ...(isObject(input) ? input : {}) };
  }

  #listen(sound: Buffer): void {
    const ms = sound.length / BYTES_PER_MS;
    const before = this.#heardMs;
    this.#heardMs += ms;
    const detection = this.#input()['turn_detection'];
    if (detection === null) return;
    if (sound.some((byte) => byte !== 0)) {
      this.#silenceMs = 0;
      if (this.#speaking) return;
      this.#speaking = true;
      this.#coveredMs = Math.max(this.#coveredMs, before - PADDING_MS);
      this.#send({
        type: 'input_audio_buffer.speech_started',
        audio_start_ms: Math.floor(this.#coveredMs),
        item_id: 'next',
      });
      this.#running?.cancel.abort();
      return;
    }
    this.#silenceMs += ms;
    if (!this.#speaking || this.#silenceMs < SILENCE_MS) return;
    this.#speaking = false;
    this.#send({ type: 'input_audio_buffer.speech_stopped', audio_end_ms: Math.floor(this.#heardMs), item_id: 'next' });
    this.#commit();
    if (!isObject(detection) || detection['create_response'] !== false) this.#createSoon();
  }

  #createSoon(): void {
    const wait = (): void => {
      if (this.#running) setTimeout(wait, 1);
      else this.#create({});
    };
    wait();
  }

  #commit(): void {
    const ms = this.#heardMs - this.#coveredMs;
    this.#coveredMs = this.#heardMs;
    const audio = Math.floor(ms / 100);
    this.said.audio += audio;
    this.said.text += 2;
    const itemId = this.#id('item');
    this.#send({ type: 'input_audio_buffer.committed', item_id: itemId });
    const { transcription } = this.#input();
    if (isObject(transcription)) this.#transcribe(itemId, audio);
  }

  #transcribe(itemId: string, audio: number): void {
    void this.#opened.serve(this.#asRequest('{"transcribe":true}'), async ({ charge, script }) => {
      const words = Math.ceil(audio / 4);
      charge(audio * TRANSCRIBER.audio + words * TRANSCRIBER.out);
      const usage = {
        type: 'tokens',
        total_tokens: audio + words,
        input_tokens: audio,
        input_token_details: { text_tokens: 0, audio_tokens: audio },
        output_tokens: words,
      };
      this.#send({
        type: 'conversation.item.input_audio_transcription.completed',
        item_id: itemId,
        content_index: 0,
        transcript: 'Simulated',
        ...(script.noUsage !== true && { usage }),
      });
    });
  }

  #asRequest(body: string): SimulatedRequest {
    const { url = '', headers } = this.#opened.message;
    return { method: 'REALTIME', url, headers, body };
  }

  #create(frame: JsonObject): void {
    if (this.#running)
      return this.#fail(
        frame,
        'conversation_already_has_active_response',
        'The conversation already has an active response.',
      );
    const running = { id: this.#id('resp'), cancel: new AbortController() };
    this.#running = running;
    void this.#opened.serve(this.#asRequest(JSON.stringify(frame)), async (context) => {
      await this.#answer(frame, running, context).catch(() => undefined);
      if (this.#running === running) this.#running = undefined;
      if (context.script.repeats === true && !this.#gone.signal.aborted) this.#createSoon();
    });
  }

  #limitOf({ response }: JsonObject): number {
    const asked = isObject(response) ? response : {};
    const places = [asked, this.#settings];
    const [most] = places.flatMap((place) =>
      [place['max_output_tokens'], place['max_response_output_tokens']].filter((value) => value !== undefined),
    );
    return typeof most === 'number' ? most : MOST_TOKENS;
  }

  /** @returns the tokens of the piece */
  #writePiece(id: string, left: number): Tokens {
    const audio = Math.min(PIECE.audio, left);
    const place = { response_id: id, item_id: 'item', output_index: 0, content_index: 0 };
    const type = this.#isBeta ? 'response.audio' : 'response.output_audio';
    const delta = SOUND.slice(0, Math.floor((SOUND.length * audio) / PIECE.audio / 4) * 4);
    this.#send({ type: `${type}.delta`, ...place, delta });
    this.#send({ type: `${type}_transcript.delta`, ...place, delta: 'simulated words ' });
    return { audio, text: Math.min(PIECE.text, left - audio) };
  }

  async #answer(
    frame: JsonObject,
    { id, cancel }: { readonly id: string; readonly cancel: AbortController },
    { charge, script, gone }: AnswerContext,
  ): Promise<void> {
    const { prices } = this.#opened;
    const wanted = script.outputTokens ?? 24;
    const end = script.ignoresLimit === true ? wanted : Math.min(wanted, this.#limitOf(frame));
    const input = { ...this.said };
    const cached = { ...this.cached };
    charge((input.text - cached.text) * prices.text + cached.text * prices.textCached);
    charge((input.audio - cached.audio) * prices.audio + cached.audio * prices.audioCached);
    Object.assign(this.cached, input);
    this.#send({
      type: 'response.created',
      response: { id, status: 'in_progress', conversation_id: 'conv_1', output: [] },
    });
    const written: Tokens = { text: 0, audio: 0 };
    const over = AbortSignal.any([gone, this.#gone.signal, cancel.signal]);
    while (written.text + written.audio < end && !over.aborted) {
      const left = end - written.text - written.audio;
      await sleep((script.tokenMs ?? 0) * Math.min(left, PIECE_TOKENS), undefined, { signal: over }).catch(
        () => undefined,
      );
      if (over.aborted) break;
      const piece = this.#writePiece(id, left);
      written.audio += piece.audio;
      written.text += piece.text;
      charge(piece.audio * prices.audioOut + piece.text * prices.textOut);
      if (script.destroyAfterTokens !== undefined && written.audio >= script.destroyAfterTokens)
        return this.#opened.client.terminate();
    }
    this.said.text += written.text;
    this.said.audio += written.audio;
    const status = cancel.signal.aborted ? 'cancelled' : wanted > end ? 'incomplete' : 'completed';
    const usage = script.noUsage === true ? null : usageOf(input, cached, written);
    // Over before the client can ask for the next one.
    this.#running = undefined;
    this.#send({
      type: 'response.done',
      response: { id, object: 'realtime.response', status, conversation_id: 'conv_1', output: [], usage },
    });
  }
}

function usageOf(input: Tokens, cached: Tokens, written: Tokens): JsonObject {
  const [all, out] = [input.text + input.audio, written.text + written.audio];
  return {
    total_tokens: all + out,
    input_tokens: all,
    output_tokens: out,
    input_token_details: {
      text_tokens: input.text,
      audio_tokens: input.audio,
      image_tokens: 0,
      cached_tokens: cached.text + cached.audio,
      cached_tokens_details: { text_tokens: cached.text, audio_tokens: cached.audio, image_tokens: 0 },
    },
    output_token_details: { text_tokens: written.text, audio_tokens: written.audio },
  };
}

function openSession(opened: Opened): Session {
  return new Session(opened);
}
