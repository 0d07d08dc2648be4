import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const resultSchema = z.object({
  requests: z.number(),
  seconds: z.number(),
  /** In milliseconds. */
  p50: z.number(),
  p99: z.number(),
  failed: z.number(),
});
export type LoadResult = z.infer<typeof resultSchema>;

/** Where requests go. */
export interface Target {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Load {
  readonly clients: number;
  readonly bodyBytes: number;
  readonly seconds: number;
  /** Makes the bodies of a round different from those of all others. */
  readonly round: string;
}

/** Sends requests with wrk. @throws when one of them failed: a refusal is fast, and no result */
export async function sendLoad(target: Target, load: Load): Promise<LoadResult> {
  const script = join(import.meta.dirname, 'load.lua');
  const [clients, duration] = [String(load.clients), `${load.seconds}s`];
  const args = ['-t', '1', '-c', clients, '-d', duration, '--timeout', '10s', '-s', script];
  const { stdout } = await promisify(execFile)('wrk', [...args, `http://127.0.0.1:${target.port}`], {
    env: {
      ...process.env,
      BODY_BYTES: String(load.bodyBytes),
      ROUND: load.round,
      REQUEST_PATH: target.path,
      HEADERS: Object.entries(target.headers)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    },
  });
  const text = /RESULT (.*)/.exec(stdout)?.[1];
  if (text === undefined) throw new Error(`wrk said: ${stdout}`);
  const result = resultSchema.parse(JSON.parse(text));
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.requests} requests failed`);
  return result;
}
