import { createAnthropicMeter } from '../anthropic-messages/meter.ts';
import { messages } from '../anthropic-messages/messages.ts';
import type { Ask, AskFault, AskProvider, Call, Operation, StreamMeter } from '../dialect.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { tierAt } from './location.ts';

/**
 * Claude at Vertex AI: Anthropic's body, but that the path names the model. Both methods stream when the body says so.
 * Source: platform.claude.com, "Claude on Vertex AI"; 2026-11.
 */
export const claudeAtVertex: Operation = {
  ...messages,
  readAsk: readClaudeAsk,
  readUsage: (reply, ask) => placed(messages.readUsage(reply, ask), ask),
  createMeter: createClaudeMeter,
  countInput: countClaudeInput,
};

function readClaudeAsk(call: Call): Ask | AskFault {
  const { params, body } = call;
  const ask = messages.readAsk({ ...call, body: { ...body, model: params['model'] ?? '' } });
  if ('fault' in ask) return ask;
  const tier = tierAt(params['location'], ask.tier);
  return tier === undefined ? ask : { ...ask, tier };
}

function createClaudeMeter(ask: Ask): StreamMeter {
  const meter = createAnthropicMeter(ask);
  return {
    ...meter,
    usage: () => placed(meter.usage(), ask),
    inputSoFar: () => placed(meter.inputSoFar(), ask),
  };
}

/** A reply does not say where it was made. */
function placed(usage: TokenUsage | undefined, { tier: asked }: Ask): TokenUsage | undefined {
  if (!usage || !asked?.split('+').includes('regional')) return usage;
  const { tier, ...rest } = usage;
  const names = tier?.split('+').filter((name) => name !== 'regional') ?? [];
  return { ...rest, tier: [...names, 'regional'].join('+') };
}

/** The count endpoint has a place of its own, as if it were a model, and takes the model in the body. */
async function countClaudeInput(call: Call, askProvider: AskProvider): Promise<number | undefined> {
  const { project, location, model } = call.params;
  const home = `projects/${project ?? ''}/locations/${location ?? ''}/publishers/anthropic/models`;
  const path = `${home}/count-tokens:rawPredict`;
  const asked = { ...call, body: { ...call.body, model } };
  return messages.countInput?.(
    asked,
    (_path, body) => askProvider(path, body),
    () => Promise.resolve(undefined),
  );
}
