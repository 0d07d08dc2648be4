import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { answer } from './answer.ts';
import type { AnswerContext } from './answer.ts';
import { readRequest } from './read-request.ts';
import { createAnthropicAccount } from './vendors/anthropic-routes.ts';
import { acceptGeminiLiveSocket } from './vendors/gemini-live-socket.ts';
import { acceptRealtimeSocket } from './vendors/realtime-socket.ts';
import type { ServeFrame } from './vendors/realtime-socket.ts';
import { acceptResponsesSocket } from './vendors/responses-socket.ts';
import type { Script, ScriptChoice, SimulatedRequest } from './script.ts';

export interface SimulatedProviderOptions {
  /** The only provider key it accepts. */
  readonly key: string;
  /** Its behaviour; left out, every reply is quick and complete. */
  readonly script?: ScriptChoice;
  /** 0, the default, picks a free one. */
  readonly port?: number;
  /** Called with every charge, in nano-dollars: for a bill of each customer. */
  readonly onCharge?: (request: SimulatedRequest, nanodollars: number) => void;
}

/** A provider on a real loopback socket that speaks OpenAI chat completions and Anthropic messages. */
export interface SimulatedProvider {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** As OpenAI's SDK takes it: with `/v1`. */
  readonly openaiBaseUrl: string;
  /** As Anthropic's SDK takes it: without. */
  readonly anthropicBaseUrl: string;
  /** The latest thousand requests, oldest first, refused ones included. */
  readonly requests: readonly SimulatedRequest[];
  /** Replies being generated right now, streamed or not. */
  readonly openStreams: number;
  /** Everything charged so far. */
  bill(): Nanodollars;
  /** From now on. */
  setScript(script: ScriptChoice): void;
  /** Cuts every connection. */
  stop(): Promise<void>;
}

const KEPT_REQUESTS = 1_000;

/** When it takes notice of a client that has left. */
function noticed(left: AbortSignal, { finishes = false, stopMs = 0 }: Script): AbortSignal {
  if (!finishes && stopMs === 0) return left;
  const late = new AbortController();
  if (!finishes) left.addEventListener('abort', () => void setTimeout(() => late.abort(), stopMs), { once: true });
  return late.signal;
}

/**
 * Starts a provider that is not real: no model, no money, but the same bytes, and a bill of its own that knows
 * nothing of the gateway's prices or ledger.
 */
export async function startSimulatedProvider(options: SimulatedProviderOptions): Promise<SimulatedProvider> {
  const requests: SimulatedRequest[] = [];
  const stopping = new AbortController();
  let script: ScriptChoice = options.script ?? {};
  const anthropic = createAnthropicAccount();
  let billed = 0;
  let openStreams = 0;
  /** Upgraded ones, which the server no longer knows. */
  const open = new Set<Duplex>();

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(message);
    const left = new AbortController();
    response.once('close', () => left.abort());
    await serve(request, left.signal, (context) => answer(request, response, context));
  }

  async function serve(
    request: SimulatedRequest,
    left: AbortSignal,
    reply: (context: AnswerContext) => Promise<void>,
  ): Promise<void> {
    requests.push(request);
    if (requests.length > KEPT_REQUESTS) requests.shift();
    openStreams += 1;
    try {
      const chosen = typeof script === 'function' ? script(request) : script;
      await reply({
        key: options.key,
        script: chosen,
        charge: (nanodollars) => {
          billed += nanodollars;
          options.onCharge?.(request, nanodollars);
        },
        anthropic,
        gone: AbortSignal.any([noticed(left, chosen), stopping.signal]),
      });
    } finally {
      openStreams -= 1;
    }
  }

  const server = createServer((message, response) => {
    // Tokens must leave one by one, as a real provider's do.
    response.socket?.setNoDelay(true);
    handle(message, response).catch(() => response.destroy());
  });
  server.on('upgrade', (message, socket, head) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const upgrade = { message, socket, head };
    const serveFrame: ServeFrame = (request, reply) => serve(request, stopping.signal, reply);
    for (const accept of [acceptRealtimeSocket, acceptGeminiLiveSocket])
      if (accept(upgrade, options.key, serveFrame)) return;
    acceptResponsesSocket(upgrade, options.key, serveFrame);
  });
  // Idle connections of a pool must not be closed under a request that is just being sent.
  server.keepAliveTimeout = 60_000;
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulated provider has no port.');
  const url = `http://127.0.0.1:${address.port}`;

  return {
    url,
    openaiBaseUrl: `${url}/v1`,
    anthropicBaseUrl: url,
    requests,
    get openStreams() {
      return openStreams;
    },
    bill: () => nanodollarsOf(billed),
    setScript: (next) => {
      script = next;
    },
    async stop() {
      stopping.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
