import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseObject } from '../dialects/json/read-json.ts';
import { PROVIDER_KEY } from './start-test-gateway.ts';

/** In nano-dollars: a token of gemini-3-flash-preview, a query from Gemini 3 on, a million tokens kept for an hour. */
const [INPUT, OUTPUT, QUERY, STORAGE] = [500, 3_000, 14_000_000, 1_000_000_000];
/** The shortest query that it writes, with the call around it, in tokens. */
const QUERY_TOKENS = 16;

/** What it does with one request, and what it says of it. */
export interface GoogleScript {
  readonly input?: number;
  /** Tokens that it wants to write; the request's own limit cuts them. */
  readonly output?: number;
  /** Searches that it wants to make: each costs tokens. */
  readonly queries?: number;
  /** Queries that it says it made although it did not: empty, or once more. */
  readonly repeats?: number;
  /** More than it made, all of them new. */
  readonly invented?: number;
}

/** Google's server with a bill of its own, for what the simulated provider does not have. */
export interface FakeGoogle {
  readonly url: string;
  readonly requests: readonly { readonly method: string; readonly url: string; readonly key: string | undefined }[];
  /** In nano-dollars. */
  bill(): number;
  play(script: GoogleScript): void;
  stop(): Promise<void>;
}

type Body = Readonly<Record<string, unknown>>;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly bytes: Buffer;
  readonly body: Body;
}

interface Made {
  readonly input: number;
  readonly output: number;
  /** Billed, and told. */
  readonly queries: readonly string[];
  readonly told: readonly string[];
}

export async function startGoogle(): Promise<FakeGoogle> {
  const requests: { method: string; url: string; key: string | undefined }[] = [];
  const interactions = new Map<string, object>();
  let script: GoogleScript = {};
  let bill = 0;

  const make = (limit: unknown, searches: boolean): Made => {
    const { input = 100, output: wanted = 60, queries: wantedQueries = 0, repeats = 0, invented = 0 } = script;
    const output = Math.min(typeof limit === 'number' ? limit : 65_536, wanted);
    const count = searches ? Math.min(wantedQueries, Math.floor(output / QUERY_TOKENS)) : 0;
    const queries = Array.from({ length: count }, (_, index) => `query ${index}`);
    bill += input * INPUT + output * OUTPUT + queries.length * QUERY;
    const told = [
      ...queries,
      ...Array.from({ length: repeats }, (_, index) => (index % 2 === 0 ? '' : (queries[0] ?? ''))),
      ...Array.from({ length: invented }, (_, index) => `lie ${index}`),
    ];
    return { input, output, queries, told };
  };

  const generate = ({ url, body, response }: Exchange): void => {
    const { maxOutputTokens } = objectIn(body, 'generationConfig');
    const made = make(maxOutputTokens, JSON.stringify(body['tools'] ?? []).includes('oogle'));
    const reply = replyOf(made);
    if (!url.pathname.endsWith(':streamGenerateContent')) return send(response, reply);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`data: ${JSON.stringify({ candidates: [{ content: { parts: [{ text: 'It ' }] } }] })}\n\n`);
    response.end(`data: ${JSON.stringify(reply)}\n\n`);
  };

  const interact = ({ body, response }: Exchange): void => {
    const id = `v1_${interactions.size}`;
    const made = make(
      objectIn(body, 'generation_config')['max_output_tokens'],
      JSON.stringify(body['tools'] ?? []).includes('google_'),
    );
    const done = interactionOf(id, body, made);
    interactions.set(id, done);
    if (body['background'] === true) return send(response, { id, status: 'in_progress', model: body['model'] });
    if (body['stream'] !== true) return send(response, done);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of eventsOf(id, done)) response.write(event);
    response.end('event: done\ndata: [DONE]\n\n');
  };

  const upload = ({ request, response, url }: Exchange): void => {
    if (request.headers['x-goog-upload-command'] === 'start') {
      const address = `https://generativelanguage.googleapis.com${url.pathname}?upload_id=u1&upload_protocol=resumable`;
      return void response.writeHead(200, { 'x-goog-upload-url': address, 'x-goog-upload-status': 'active' }).end();
    }
    response.setHeader('x-goog-upload-status', 'final');
    send(response, { file: { name: 'files/f1', uri: `${address(server)}/v1beta/files/f1`, mimeType: 'text/plain' } });
  };

  const cache = ({ body, response }: Exchange): void => {
    const { input = 100 } = script;
    bill += input * INPUT + Math.ceil((input * STORAGE * Number.parseInt(String(body['ttl']), 10)) / 3_600 / 1_000_000);
    send(response, { name: 'cachedContents/c1', model: body['model'], usageMetadata: { totalTokenCount: input } });
  };

  const chat = ({ body, response }: Exchange): void => {
    const { input, output } = make(body['max_completion_tokens'] ?? body['max_tokens'], false);
    // Thoughts are in the total alone.
    const usage = { prompt_tokens: input, completion_tokens: output - 10, total_tokens: input + output };
    const model = body['model'];
    if (body['stream'] !== true) {
      const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'It is.' } }];
      return send(response, { id: 'c', object: 'chat.completion', model, choices, usage });
    }
    const chunk = (delta: object, more: object = {}): string => {
      const choices = [{ index: 0, delta, ...more }];
      return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', model, choices })}\n\n`;
    };
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(chunk({ role: 'assistant', content: 'It is.' }));
    response.write(chunk({}, { finish_reason: 'stop' }));
    const asked = objectIn(body, 'stream_options')['include_usage'] === true;
    if (asked) response.write(`data: ${JSON.stringify({ id: 'c', model, choices: [], usage })}\n\n`);
    response.end('data: [DONE]\n\n');
  };

  const embed = ({ body, response }: Exchange): void => {
    bill += 7 * 150;
    const data = [{ object: 'embedding', index: 0, embedding: [0.5] }];
    send(response, { object: 'list', model: body['model'], data, usage: { prompt_tokens: 7, total_tokens: 7 } });
  };

  const route = (exchange: Exchange): void => {
    const { request, response, url } = exchange;
    const path = url.pathname;
    if (path.includes('/openai/') && !String(request.headers.authorization).startsWith('Bearer '))
      return void response.writeHead(401).end('{}');
    if (path.startsWith('/upload/')) return upload(exchange);
    if (path.endsWith('/openai/chat/completions')) return chat(exchange);
    if (path.endsWith('/openai/embeddings')) return embed(exchange);
    if (/\/interactions\/[^/]+$/.test(path))
      return send(response, interactions.get(path.split('/').at(-1) ?? '') ?? {});
    if (path.endsWith('/interactions')) return interact(exchange);
    if (path.endsWith('/cachedContents')) return cache(exchange);
    if (path.endsWith(':generateContent') || path.endsWith(':streamGenerateContent')) return generate(exchange);
    send(response, { object: 'list', data: [{ id: 'models/gemini-3-flash-preview', object: 'model' }], name: 'x' });
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const url = new URL(request.url ?? '/', 'http://x');
      const sent = request.headers['x-goog-api-key'] ?? request.headers.authorization?.replace('Bearer ', '');
      requests.push({ method: request.method ?? '', url: request.url ?? '', key: sent?.toString() });
      if (sent !== PROVIDER_KEY) return void response.writeHead(400).end('{}');
      route({ request, response, url, bytes, body: parseObject(bytes.toString()) ?? {} });
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: address(server),
    requests,
    bill: () => bill,
    play: (next) => void (script = next),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function address(server: ReturnType<typeof createServer>): string {
  const at = server.address();
  return `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
}

function objectIn(body: Body, field: string): Body {
  const value = body[field];
  return typeof value === 'object' && value !== null ? (parseObject(JSON.stringify(value)) ?? {}) : {};
}

function send(response: ServerResponse, reply: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(reply));
}

function replyOf({ input, output, told }: Made): object {
  return {
    candidates: [
      {
        index: 0,
        content: { role: 'model', parts: [{ text: 'It is.' }] },
        finishReason: 'STOP',
        groundingMetadata: told.length > 0 ? { webSearchQueries: told } : {},
      },
    ],
    usageMetadata: { promptTokenCount: input, candidatesTokenCount: output, totalTokenCount: input + output },
    modelVersion: 'gemini-3-flash-preview',
  };
}

function interactionOf(id: string, { model }: Body, { input, output, queries }: Made): Body {
  return {
    id,
    object: 'interaction',
    model,
    status: 'completed',
    steps: [
      ...(queries.length > 0 ? [{ type: 'google_search_call', id: 's', arguments: { queries } }] : []),
      { type: 'model_output', content: [{ type: 'text', text: 'It is.' }] },
    ],
    usage: {
      total_input_tokens: input,
      total_output_tokens: output - 10,
      total_thought_tokens: 10,
      total_tokens: input + output,
      ...(queries.length > 0 ? { grounding_tool_count: [{ type: 'google_search', count: queries.length }] } : {}),
    },
  };
}

function eventsOf(id: string, done: Body): readonly string[] {
  const event = (type: string, fields: object): string =>
    `event: ${type}\ndata: ${JSON.stringify({ event_type: type, ...fields })}\n\n`;
  return [
    event('interaction.created', { interaction: { id, status: 'in_progress' } }),
    event('step.start', { index: 0, step: { type: 'model_output' } }),
    event('step.delta', { index: 0, delta: { type: 'text', text: 'It is.' } }),
    event('step.stop', { index: 0 }),
    event('interaction.completed', { interaction: done }),
  ];
}
