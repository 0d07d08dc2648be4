import type { JsonObject, Operation } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { createInteractionsMeter } from './meter.ts';
import { readInteractionAsk } from './read-ask.ts';
import { readInteractionUsage } from './read-usage.ts';

/** Creating an interaction: plain, streamed, or in the background. */
export const createInteraction: Operation = {
  readAsk: readInteractionAsk,
  rewrite: (body, _ask, outputLimit) => (outputLimit === undefined ? {} : limitOutput(body, outputLimit)),
  nestedLimits: true,
  // In the background, the reply comes before the interaction is made.
  readUsage: (reply, ask) =>
    ['queued', 'in_progress'].includes(String(reply['status'])) ? undefined : readInteractionUsage(reply, ask),
  createMeter: createInteractionsMeter,
};

function limitOutput({ generation_config: config }: JsonObject, limit: number): JsonObject {
  return { generation_config: { ...(isObject(config) ? config : {}), max_output_tokens: limit } };
}
