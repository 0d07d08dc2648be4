import { chat } from '../openai-chat/chat.ts';
import type { Operation } from '../dialect.ts';
import { tierAt } from './location.ts';

/**
 * OpenAI's protocol at Vertex AI, for Google's models and those of others: `google/gemini-2.5-flash`. Source:
 * docs.cloud.google.com, "OpenAI compatibility"; 2026-11.
 */
export const chatAtVertex: Operation = {
  ...chat,
  readAsk(call) {
    const ask = chat.readAsk(call);
    if ('fault' in ask) return ask;
    const tier = tierAt(call.params['location'], ask.tier);
    return tier === undefined ? ask : { ...ask, tier };
  },
  readUsage(reply, ask) {
    const usage = chat.readUsage(reply, ask);
    return usage && (ask.tier === undefined ? usage : { ...usage, tier: ask.tier });
  },
  createMeter(ask, framing) {
    const meter = chat.createMeter?.(ask, framing);
    if (!meter) throw new Error('chat streams');
    return {
      ...meter,
      usage() {
        const usage = meter.usage();
        return usage && (ask.tier === undefined ? usage : { ...usage, tier: ask.tier });
      },
    };
  },
};
