import type { TokenUsage } from '../../domain/usage.ts';
import { createAnthropicMeter } from '../anthropic-messages/meter.ts';
import { messages } from '../anthropic-messages/messages.ts';
import type { Ask, AskFault, Call, JsonObject, StreamMeter } from '../dialect.ts';
import { createChunkMeter } from './chunk-meter.ts';
import { modelOf } from './model-id.ts';
import { tierOfCall } from './read-tier.ts';

/**
 * Reads a body of Claude's: the one of Anthropic's API, but that the path names the model and says whether the answer
 * streams. Source: docs.aws.amazon.com, "Anthropic Claude Messages API"; 2026-11.
 */
export function readClaudeAsk(call: Call, stream: boolean): Ask | AskFault {
  const { service_tier: _own, ...body } = call.body;
  const model = modelOf(call.params['model'] ?? '');
  const ask = messages.readAsk({ ...call, body: { ...body, model, stream } });
  if ('fault' in ask) return ask;
  const tier = tierOfCall(call);
  return { ...ask, framing: 'frames', ...(tier === undefined ? {} : { tier }) };
}

export function readClaudeUsage(reply: JsonObject, ask: Ask): TokenUsage | undefined {
  return atAmazon(messages.readUsage(reply, ask), ask);
}

export function createClaudeMeter(ask: Ask): StreamMeter {
  const meter = createAnthropicMeter(ask);
  return createChunkMeter({
    ...meter,
    usage: () => atAmazon(meter.usage(), ask),
    inputSoFar: () => atAmazon(meter.inputSoFar(), ask),
  });
}

/**
 * The model that a reply names has no region, and so another price; the tiers that it names are those of Anthropic's
 * own service.
 */
function atAmazon(usage: TokenUsage | undefined, { tier }: Ask): TokenUsage | undefined {
  if (!usage) return undefined;
  const { model: _model, tier: _tier, ...rest } = usage;
  return tier === undefined ? rest : { ...rest, tier };
}
