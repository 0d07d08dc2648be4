import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import type { buildConnector } from 'undici';
import type { RequestView } from '../../shared/contract/views.ts';
import { parseObject } from '../dialects/json/read-json.ts';
import { openConnection } from '../platform/connection.ts';
import type { ScriptChoice } from '../simulation/script.ts';
import { copyLedger, openSpendProcess, removeFolder } from './spend-process.ts';
import { PROVIDER_KEY, startTestGateway } from './start-test-gateway.ts';
import type { TestGateway } from './start-test-gateway.ts';

/** What arrived at a vendor's host, and the reply to write. */
export interface Arrival {
  readonly host: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly response: ServerResponse;
  /** Aborted when the other side has left. */
  readonly gone: AbortSignal;
}

export type Scene = (arrival: Arrival) => Promise<void> | void;

/** A row of the ledger, with what was held for it last. In nano-dollars. */
export interface HeldRow {
  readonly reserved: number;
  readonly cost: number;
}

/** A gateway whose providers are at their vendors' own hosts: there streams can be stopped, and their pace is known. */
export interface VendorGateway extends TestGateway {
  openai(key: string): OpenAI;
  anthropic(key: string): Anthropic;
  /** What is held under the tightest cap of a sub-key, now. */
  held(id: string): Promise<number>;
  /** As the file has them. */
  heldRows(): Promise<readonly HeldRow[]>;
  /** What the person is told, newest first. */
  told(): Promise<readonly string[]>;
  /** What a gateway would find in the ledger that is started after this one was killed now. */
  rowsAfterKill(): Promise<readonly RequestView[]>;
}

interface VendorOptions {
  /** Answers in the place of the simulated provider. */
  readonly scene?: Scene;
  /** No connection can be opened: it fails with this, or nothing ever comes of it. */
  readonly refuses?: NodeJS.ErrnoException | 'never';
  readonly script?: ScriptChoice;
}

/**
 * Starts one, with Gemini too. Whatever host is meant: connections lead to the simulated provider, or to a scene. Stop
 * it in `afterEach`.
 */
export async function startVendorGateway({ scene, refuses, script = {} }: VendorOptions = {}): Promise<VendorGateway> {
  const stage = scene && (await openStage(scene));
  let providerPort = 0;
  const connectThere: buildConnector.connector = (_options, callback) => {
    if (refuses === 'never') return;
    if (refuses) return void setImmediate(() => callback(refuses, null));
    const socket = connect({ port: stage?.port ?? providerPort, host: '127.0.0.1', noDelay: true });
    socket.once('error', (error) => callback(error, null));
    socket.once('connect', () => callback(null, socket));
  };
  const test = await startTestGateway({ script, connect: connectThere });
  providerPort = Number(new URL(test.provider.url).port);
  await test.client.gateway.providers.add({ kind: 'gemini', key: PROVIDER_KEY, unchecked: true });
  return {
    ...test,
    openai: (apiKey) => new OpenAI({ baseURL: test.openaiUrl, apiKey, maxRetries: 0 }),
    anthropic: (apiKey) => new Anthropic({ baseURL: test.anthropicUrl, apiKey, maxRetries: 0 }),
    async held(id) {
      const view = (await test.client.gateway.keys.list()).find((key) => key.id === id);
      return Math.max(0, ...(view?.caps.map(({ reserved }) => reserved) ?? []));
    },
    async heldRows() {
      const ledger = await openConnection(join(test.dataFolder, 'ledger.sqlite'), 'read');
      const settled = 'SELECT reserved, cost FROM requests WHERE settled_at IS NOT NULL ORDER BY started_at';
      const rows = await ledger.all(settled);
      await ledger.close();
      return rows.map(({ reserved, cost }) => ({ reserved: Number(reserved), cost: Number(cost) }));
    },
    async told() {
      const ending = new AbortController();
      const first = await (await test.client.gateway.live(undefined, { signal: ending.signal })).next();
      ending.abort();
      return !first.done && first.value.type === 'snapshot' ? first.value.state.notices.map(({ text }) => text) : [];
    },
    async rowsAfterKill() {
      const copy = copyLedger(test.dataFolder);
      const found = await openSpendProcess(copy, { now: () => Date.now() }, 'Europe/Berlin');
      const rows = await found.ledger.recent(1_000);
      await found.close();
      await removeFolder(copy);
      return rows;
    },
    async stop() {
      await test.stop();
      await stage?.close();
    },
  };
}

interface OpenStage {
  readonly port: number;
  close(): Promise<void>;
}

async function openStage(scene: Scene): Promise<OpenStage> {
  const play = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    const pieces: AsyncIterable<Buffer> = request;
    for await (const piece of pieces) chunks.push(piece);
    const left = new AbortController();
    response.once('close', () => left.abort());
    const body = parseObject(Buffer.concat(chunks).toString()) ?? {};
    const { headers, url } = request;
    await scene({ host: headers.host ?? '', path: url ?? '', body, response, gone: left.signal });
  };
  const server = createServer((request, response) => void play(request, response).catch(() => response.destroy()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Plays a stream of events, one after the other. @returns how many were written before its client had left */
export async function playEvents(
  { response, gone }: Arrival,
  events: Iterable<string>,
  { everyMs = 0, type = 'text/event-stream' } = {},
): Promise<number> {
  response.writeHead(200, { 'content-type': type });
  response.flushHeaders();
  let written = 0;
  for (const event of events) {
    if (gone.aborted) return written;
    response.write(event);
    written += 1;
    if (everyMs > 0) await sleep(everyMs, undefined, { signal: gone }).catch(() => undefined);
  }
  response.end();
  return written;
}
