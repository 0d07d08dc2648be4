import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseObject } from '../dialects/json/read-json.ts';

/** A server that answers as Ollama does, and remembers what it was asked. */
export interface FakeOllama {
  readonly url: string;
  readonly asked: readonly { readonly call: string; readonly body: Readonly<Record<string, unknown>> }[];
  /** Streams that somebody still reads. */
  readonly open: number;
  stop(): Promise<void>;
}

/** Words of an answer, a token each. */
const WORDS = ['Hello', ' there', '.'];
const COUNTS = { prompt_eval_count: 26, eval_count: WORDS.length, total_duration: 5 };

/** Starts one. A prompt "forever" is answered until nobody reads any more. */
export async function startOllama(): Promise<FakeOllama> {
  const asked: { call: string; body: Readonly<Record<string, unknown>> }[] = [];
  let open = 0;

  async function play(response: ServerResponse, body: Readonly<Record<string, unknown>>, isChat: boolean) {
    const line = (text: string, more: object = { done: false }): string =>
      `${JSON.stringify({
        model: body['model'],
        created_at: '2026-11-20T12:00:00Z',
        ...(isChat ? { message: { role: 'assistant', content: text } } : { response: text }),
        ...more,
      })}\n`;
    const end = { done: true, done_reason: 'stop', ...COUNTS };
    if (body['stream'] === false) {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      return void response.end(line(WORDS.join(''), end));
    }
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    open += 1;
    response.once('close', () => (open -= 1));
    if (Array.isArray(body['tools'])) {
      const call = { function: { name: 'weather', arguments: { city: 'Paris' } } };
      response.write(line('', { done: false, message: { role: 'assistant', content: '', tool_calls: [call] } }));
      return void response.end(line('', end));
    }
    const isEndless = JSON.stringify(body).includes('forever');
    do
      for (const word of WORDS) {
        response.write(line(word));
        await sleep(5);
      }
    while (isEndless && !response.destroyed);
    response.end(line('', end));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    const pieces: AsyncIterable<Buffer> = request;
    for await (const piece of pieces) chunks.push(piece);
    const body = parseObject(Buffer.concat(chunks).toString()) ?? {};
    const call = `${request.method ?? ''} ${request.url ?? ''}`;
    asked.push({ call, body });
    const json = (reply: object, status = 200): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
    if (body['model'] === 'nowhere') return json({ error: `model 'nowhere' not found` }, 404);
    if (call === 'POST /api/chat' || call === 'POST /api/generate') return play(response, body, call.endsWith('chat'));
    if (call === 'POST /api/embed') return json({ model: body['model'], embeddings: [[0.5]], prompt_eval_count: 2 });
    if (call === 'POST /api/embeddings') return json({ embedding: [0.5] });
    if (call === 'GET /api/tags' || call === 'GET /api/ps') return json({ models: [{ name: 'llama3.2:latest' }] });
    if (call === 'GET /api/version') return json({ version: '0.14.0' });
    return json({ status: 'success' });
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    asked,
    get open() {
      return open;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
