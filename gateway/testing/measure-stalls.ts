import { once } from 'node:events';
import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { rawRequest } from './raw-request.ts';

// oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin; only windows have

/** A gateway that can be asked for how long it heard nothing. */
export interface StallGateway {
  /** Sends a body. @returns the longest time that the gateway's thread computed without a pause, in milliseconds */
  send(
    path: string,
    body: Buffer,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly stalledMs: number; readonly said: string }>;
  stop(): Promise<void>;
}

/** Starts one in a thread of its own, before a provider that answers everything in three words. */
export async function startStallGateway(maxBodyBytes = 32 * 2 ** 20): Promise<StallGateway> {
  const provider = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          id: 'x',
          model: 'm',
          choices: [],
          content: [],
          output: [],
          usage: { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12, input_tokens: 9, output_tokens: 3 },
          usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 3, totalTokenCount: 12 },
        }),
      );
    });
  });
  await once(provider.listen(0, '127.0.0.1'), 'listening');
  const address = provider.address();
  const providerUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const worker = new Worker(new URL('stall-thread.ts', import.meta.url), { workerData: { providerUrl, maxBodyBytes } });
  const { url, key } = startedSchema.parse(await told(worker));
  const read = async (): Promise<number> => {
    worker.postMessage('read');
    return readSchema.parse(await told(worker)).longest;
  };
  return {
    async send(path, body, headers = {}) {
      await read();
      const reply = await rawRequest(`${url}/${path}`, {
        headers: { authorization: `Bearer ${key}`, 'anthropic-version': '2023-06-01', ...headers },
        body,
      });
      return { status: reply.status, stalledMs: await read(), said: reply.body.toString().slice(0, 200) };
    },
    async stop() {
      worker.postMessage('stop');
      await once(worker, 'exit');
      provider.closeAllConnections();
      provider.close();
    },
  };
}

const startedSchema = z.object({ url: z.string(), key: z.string() });
const readSchema = z.object({ longest: z.number() });

/** The next thing that a thread says. */
function told(worker: Worker): Promise<unknown> {
  return new Promise((resolve) => worker.once('message', resolve));
}
