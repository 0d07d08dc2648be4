import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Target } from './load.ts';

const resultSchema = z.object({
  /** Milliseconds to the first event, and between two. */
  firstP50: z.number(),
  firstP99: z.number(),
  gapP99: z.number(),
  /** Of all bytes of a stream: one where all are equal. */
  digests: z.array(z.string()),
});
export type StreamResult = z.infer<typeof resultSchema>;

/** Opens so many streams at once, from a process of its own. */
export async function openStreams({ port, path, headers }: Target, count: number): Promise<StreamResult> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'stream-client-runner.ts'), String(port), path, JSON.stringify(headers), String(count)],
    { maxBuffer: 2 ** 24 },
  );
  return resultSchema.parse(JSON.parse(stdout));
}
