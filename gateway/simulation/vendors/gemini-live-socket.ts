import { setTimeout as sleep } from 'node:timers/promises';
import type { IncomingMessage } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import type { RawData } from 'ws';
import type { AnswerContext } from '../answer.ts';
import { isObject } from '../reply-shape.ts';
import type { SimulatedRequest } from '../script.ts';
import type { ServeFrame } from './realtime-socket.ts';
import type { SocketUpgrade } from './socket-upgrade.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Nano-dollars for one token of `gemini-live-2.5-flash-preview`. */
const GEMINI_LIVE_PRICES = { text: 500, audio: 3_000, textOut: 2_000, audioOut: 12_000 } as const;
const PATH = /^\/ws\/google\.ai\.generativelanguage\.v1(alpha|beta)?\.GenerativeService\.BidiGenerateContent$/;

const SILENCE_MS = 500;
/** A piece of an answer, in tokens and as sound. */
const PIECE_TOKENS = 8;
const PIECE = Buffer.alloc((PIECE_TOKENS / 25) * 48_000).toString('base64');
const MOST_TOKENS = 8_192;

const sockets = new WebSocketServer({ noServer: true, clientTracking: false });

/**
 * A simulated session of the Gemini Live API: it answers every message, and every speech that a silence follows; each
 * turn is charged for all that was said before it.
 * @returns false for any other address
 */
export function acceptGeminiLiveSocket(
  { message, socket, head }: SocketUpgrade,
  key: string,
  serve: ServeFrame,
): boolean {
  if (!PATH.test(new URL(message.url ?? '/', 'http://localhost').pathname)) return false;
  if (message.headers['x-goog-api-key'] !== key) {
    socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
    return true;
  }
  sockets.handleUpgrade(message, socket, head, (client) => openSession(client, message, serve));
  return true;
}

interface Session {
  readonly client: WebSocket;
  readonly message: IncomingMessage;
  readonly serve: ServeFrame;
  readonly gone: AbortController;
  text: number;
  audio: number;
  limit: number;
  speaking: boolean;
  silentMs: number;
  turn: Promise<void>;
}

function openSession(client: WebSocket, message: IncomingMessage, serve: ServeFrame): void {
  const session: Session = {
    client,
    message,
    serve,
    gone: new AbortController(),
    text: 0,
    audio: 0,
    limit: MOST_TOKENS,
    speaking: false,
    silentMs: 0,
    turn: Promise.resolve(),
  };
  client.on('close', () => session.gone.abort());
  client.on('error', () => client.terminate());
  client.on('message', (data: RawData) => {
    const frame: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '{}');
    if (isObject(frame)) hear(session, frame);
  });
}

function send({ client }: Session, frame: JsonObject): void {
  // As Google does: JSON in a binary frame.
  if (client.readyState === WebSocket.OPEN) client.send(Buffer.from(JSON.stringify(frame)));
}

function hear(session: Session, { setup, clientContent, realtimeInput, toolResponse }: JsonObject): void {
  if (isObject(setup)) {
    const config: unknown = setup['generationConfig'];
    const limit: unknown = isObject(config) ? config['maxOutputTokens'] : undefined;
    if (typeof limit === 'number') session.limit = limit;
    session.text += Math.ceil(JSON.stringify(setup['systemInstruction'] ?? '').length / 4);
    send(session, { setupComplete: {} });
  } else if (isObject(clientContent)) {
    session.text += Math.ceil(JSON.stringify(clientContent['turns']).length / 4);
    if (clientContent['turnComplete'] !== false) answer(session);
  } else if (isObject(toolResponse)) {
    session.text += Math.ceil(JSON.stringify(toolResponse).length / 4);
    answer(session);
  } else if (isObject(realtimeInput)) listen(session, realtimeInput);
}

function listen(session: Session, { audio, text }: JsonObject): void {
  if (typeof text === 'string') {
    session.text += Math.ceil(text.length / 4);
    answer(session);
  }
  if (!isObject(audio)) return;
  const sound = Buffer.from(String(audio['data']), 'base64');
  const ms = sound.length / 32;
  // Silence is read, too.
  session.audio += Math.floor((ms * 25) / 1_000);
  const isSilent = !sound.some((byte) => byte !== 0);
  session.silentMs = isSilent ? session.silentMs + ms : 0;
  if (!isSilent) session.speaking = true;
  if (!session.speaking || session.silentMs < SILENCE_MS) return;
  session.speaking = false;
  answer(session);
}

function answer(session: Session): void {
  const { url = '', headers } = session.message;
  const request: SimulatedRequest = { method: 'LIVE', url, headers, body: '' };
  session.turn = session.turn
    .then(() => session.serve(request, (context) => speak(session, context)))
    .catch(() => session.client.terminate());
}

async function speak(session: Session, { charge, script, gone }: AnswerContext): Promise<void> {
  const prices = GEMINI_LIVE_PRICES;
  const [text, audio] = [session.text, session.audio];
  charge(text * prices.text + audio * prices.audio);
  const wanted = script.outputTokens ?? 24;
  const end = script.ignoresLimit === true ? wanted : Math.min(wanted, session.limit);
  const over = AbortSignal.any([gone, session.gone.signal]);
  let made = 0;
  while (made < end && !over.aborted) {
    const tokens = Math.min(PIECE_TOKENS, end - made);
    await sleep((script.tokenMs ?? 0) * tokens, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) break;
    made += tokens;
    charge(tokens * prices.audioOut);
    const data = PIECE.slice(0, Math.floor((PIECE.length * tokens) / PIECE_TOKENS / 4) * 4);
    const parts = [{ inlineData: { mimeType: 'audio/pcm;rate=24000', data } }];
    send(session, { serverContent: { modelTurn: { role: 'model', parts } } });
    if (script.destroyAfterTokens !== undefined && made >= script.destroyAfterTokens) return session.client.terminate();
  }
  session.audio += made;
  const usageMetadata = {
    promptTokenCount: text + audio,
    responseTokenCount: made,
    totalTokenCount: text + audio + made,
    promptTokensDetails: [
      { modality: 'TEXT', tokenCount: text },
      { modality: 'AUDIO', tokenCount: audio },
    ],
    responseTokensDetails: [{ modality: 'AUDIO', tokenCount: made }],
  };
  send(session, { serverContent: { generationComplete: true } });
  send(session, { serverContent: { turnComplete: true }, ...(script.noUsage !== true && { usageMetadata }) });
}
