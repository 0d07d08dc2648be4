import { once } from 'node:events';
import { createServer } from 'node:http';

/** A provider on a real socket whose one key can be changed, and whose streams end when a test says so. */
export interface KeyedProvider {
  readonly baseUrl: string;
  /** The key that it takes from now on. */
  key: string;
  /** The keys that it was shown, oldest first. */
  readonly shown: string[];
  /** Ends the streams that wait. */
  endStreams(): void;
  stop(): void;
}

const MODEL = 'gpt-4o-mini';
const USAGE = { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 };

/** @see KeyedProvider */
export async function startKeyedProvider(key: string): Promise<KeyedProvider> {
  const waiting: (() => void)[] = [];
  const provider = { key, shown: [] as string[] };
  const server = createServer((request, response) => {
    const shown = (request.headers.authorization ?? '').replace('Bearer ', '');
    provider.shown.push(shown);
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const json = (status: number, value: object): void =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      if (shown !== provider.key) return json(401, { error: { message: 'Incorrect API key provided.' } });
      if (request.method === 'GET') return json(200, { object: 'list', data: [{ id: MODEL, object: 'model' }] });
      const common = { id: 'c1', created: 1, model: MODEL };
      if (!body.includes('"stream":true')) {
        const message = { role: 'assistant', content: 'Hi' };
        const choices = [{ index: 0, message, finish_reason: 'stop' }];
        return json(200, { ...common, object: 'chat.completion', choices, usage: USAGE });
      }
      const event = (value: object): void => {
        response.write(`data: ${JSON.stringify({ ...common, object: 'chat.completion.chunk', ...value })}\n\n`);
      };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      event({ choices: [{ index: 0, delta: { role: 'assistant', content: 'begun ' }, finish_reason: null }] });
      waiting.push(() => {
        event({ choices: [{ index: 0, delta: { content: 'ended' }, finish_reason: 'stop' }] });
        event({ choices: [], usage: USAGE });
        response.end('data: [DONE]\n\n');
      });
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(provider, {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    endStreams: () => waiting.splice(0).forEach((end) => end()),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  });
}
