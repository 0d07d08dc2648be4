import { createAnthropicBatches } from './anthropic-batches.ts';
import type { AnthropicReply } from './anthropic-batches.ts';
import { createAnthropicFiles } from './anthropic-files.ts';

/** Everything of Anthropic's but its messages: what it keeps, for the whole account. */
export interface AnthropicAccount {
  /** @returns undefined for any other route */
  reply(route: string, body: Readonly<Record<string, unknown>>): AnthropicReply | undefined;
}

export function createAnthropicAccount(): AnthropicAccount {
  const batches = createAnthropicBatches();
  const kept = [createAnthropicFiles('file'), createAnthropicFiles('skill')];
  return {
    reply(route, body) {
      const batch = batches.reply(route, body);
      if (batch) return batch;
      for (const things of kept) {
        const found = things.reply(route);
        if (found !== undefined) return { body: found, cost: 0 };
      }
      return undefined;
    },
  };
}
