import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, EventVerdict, JsonObject, StreamMeter } from '../dialect.ts';
import { byteLengthOf, eachObject, isObject, parseObject } from '../read-json.ts';
import { readOpenAiUsage } from './read-usage.ts';

/** Fields of a delta that hold generated text, tool call names and arguments included. */
const GENERATED = ['content', 'text', 'reasoning_content', 'reasoning', 'refusal', 'name', 'arguments'] as const;

/** Meters a chat completion stream: usage comes in one chunk without choices just before `[DONE]`. */
export function createOpenAiMeter(ask: Ask): StreamMeter {
  let usage: TokenUsage | undefined;
  let outputBytes = 0;
  let failed = false;

  const see = (data: string): EventVerdict => {
    if (data === '[DONE]') return 'last';
    const chunk = parseObject(data);
    if (!chunk) return 'relay';
    if (isObject(chunk['error'])) failed = true;
    const choices = Array.isArray(chunk['choices']) ? chunk['choices'] : [];
    for (const choice of choices) if (isObject(choice)) outputBytes += countOutput(choice['delta']);
    const reported = readOpenAiUsage(chunk['usage']);
    usage = reported ?? usage;
    return ask.hideUsage && reported && choices.length === 0 ? 'hide' : 'relay';
  };

  return {
    see: (event) => see(event.data),
    usage: () => (failed ? undefined : usage),
    inputSoFar: () => usage,
    outputBytes: () => outputBytes,
    failed: () => failed,
  };
}

function countOutput(delta: unknown): number {
  let bytes = 0;
  for (const part of eachObject(delta)) bytes += countText(part);
  return bytes;
}

function countText(part: JsonObject): number {
  return GENERATED.reduce((sum, field) => sum + byteLengthOf(part[field]), 0);
}
