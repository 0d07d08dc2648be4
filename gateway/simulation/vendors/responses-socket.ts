import { WebSocket, WebSocketServer } from 'ws';
import type { RawData } from 'ws';
import { turnOf } from '../answer.ts';
import type { AnswerContext } from '../answer.ts';
import { generateReply } from '../generate-reply.ts';
import { pricesOf } from '../price-table.ts';
import type { ReplyWriter } from '../reply-writer.ts';
import { bearerIn, isObject } from '../reply-shape.ts';
import { responsesReplies } from './responses-replies.ts';
import type { SimulatedRequest } from '../script.ts';
import type { SocketUpgrade } from './socket-upgrade.ts';

const sockets = new WebSocketServer({ noServer: true, clientTracking: false });

/**
 * The WebSocket form of Responses: each frame a request, its events as frames. @param serve counts a request and gives
 * its context
 */
export function acceptResponsesSocket(
  { message, socket, head }: SocketUpgrade,
  key: string,
  serve: (request: SimulatedRequest, answer: (context: AnswerContext) => Promise<void>) => Promise<void>,
): void {
  if (message.url?.split('?')[0] !== '/v1/responses' || bearerIn(message.headers) !== key) {
    socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    return;
  }
  sockets.handleUpgrade(message, socket, head, (client) => {
    client.on('error', () => client.terminate());
    client.on('message', (data: RawData) => {
      const body = Buffer.isBuffer(data) ? data.toString('utf8') : '';
      const request = { method: 'WEBSOCKET', url: message.url ?? '', headers: message.headers, body };
      serve(request, (context) => answerFrame(client, request, context)).catch(() => client.terminate());
    });
  });
}

async function answerFrame(client: WebSocket, request: SimulatedRequest, context: AnswerContext): Promise<void> {
  const gone = new AbortController();
  client.once('close', () => gone.abort());
  const frame: unknown = JSON.parse(request.body);
  if (!isObject(frame) || frame['type'] !== 'response.create') return;
  const streamId = typeof frame['stream_id'] === 'string' ? frame['stream_id'] : undefined;
  const refuse = (message: string): void =>
    client.send(
      JSON.stringify({
        type: 'error',
        status: 400,
        error: { type: 'invalid_request_error', code: null, message, param: null },
        ...(streamId !== undefined && { stream_id: streamId }),
      }),
    );
  const asked = responsesReplies.readAsk({ ...frame, stream: true }, request.headers, request.url);
  if (typeof asked === 'string') return refuse(asked);
  const prices = pricesOf(asked.model);
  if (prices === undefined) return refuse(`The model '${asked.model}' does not exist.`);
  const turn = turnOf({ ...asked, ...(streamId !== undefined && { streamId }) }, request, context.script);
  return generateReply(frameWriter(client), {
    turn,
    shape: responsesReplies,
    prices,
    script: context.script,
    charge: context.charge,
    gone: AbortSignal.any([context.gone, gone.signal]),
  });
}

/** Sends what would be server-sent events as frames. */
function frameWriter(client: WebSocket): ReplyWriter {
  return {
    begin: () => undefined,
    async write(text) {
      for (const [, data] of text.matchAll(/^data: (.*)$/gm)) client.send(data ?? '');
      return client.readyState === WebSocket.OPEN;
    },
    end: async () => undefined,
    async cut() {
      client.terminate();
    },
  };
}
