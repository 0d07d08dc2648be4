import { expect } from '@playwright/test';
import type OpenAI from 'openai';

/** A stream that an official SDK reads. */
export interface RunningStream {
  /** How many pieces came so far. */
  readonly chunks: () => number;
  /** Resolves when it ends or is cut. */
  readonly ended: Promise<void>;
}

/** Reads a stream until it ends or is cut. Resolves when it is under way. */
export async function startStream(
  client: OpenAI,
  ask: OpenAI.ChatCompletionCreateParamsNonStreaming,
): Promise<RunningStream> {
  const stream = await client.chat.completions.create({ ...ask, stream: true });
  let chunks = 0;
  const ended = (async () => {
    for await (const chunk of stream) chunks += chunk.choices.length;
  })().catch(() => undefined);
  await expect.poll(() => chunks).toBeGreaterThan(3);
  return { chunks: () => chunks, ended };
}
