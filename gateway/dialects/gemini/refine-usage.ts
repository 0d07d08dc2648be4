import { NO_USAGE } from '../../domain/usage.ts';
import type { TokenUsage, UsageParts } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { servedModel } from '../usage/served-model.ts';
import { givesReason } from './read-usage.ts';
import { speaks } from './model-limits.ts';

/** The model that a reply names, as the price list has it. */
function modelOf({ modelVersion: name }: JsonObject): Pick<TokenUsage, 'model'> {
  return servedModel(typeof name === 'string' ? name.replace(/^models\//, '') : undefined);
}

/** Adds the model of a reply, and corrects the kinds of its output: a model that speaks writes nothing else. */
export function refineUsage(usage: TokenUsage, reply: JsonObject, { model }: Pick<Ask, 'model'>): TokenUsage {
  return { ...(speaks(model) ? asSpeech(usage) : usage), ...modelOf(reply) };
}

function asSpeech(usage: TokenUsage): TokenUsage {
  const { outputAudio = 0, reasoning = 0 } = usage.parts ?? {};
  const spoken = Math.max(outputAudio, usage.output - reasoning);
  return spoken > 0 ? { ...usage, parts: { ...usage.parts, outputAudio: spoken } } : usage;
}

/**
 * No figure of a stream shrinks: a later usage counts alone where it is no smaller, else each figure is its largest.
 */
export function growUsage(before: TokenUsage | undefined, later: TokenUsage): TokenUsage {
  if (before === undefined) return later;
  const isLarger = later.input >= before.input && later.output >= before.output && later.cacheRead >= before.cacheRead;
  if (isLarger) return { ...later, parts: largest(before.parts, later.parts) };
  const { suspect: _earlier, ...rest } = before;
  // A 0 is no report; less than before is one that cannot be.
  const isLess = (now: number, then: number): boolean => now > 0 && now < then;
  const shrunk = isLess(later.input, before.input) || isLess(later.output, before.output);
  const { suspect, ...now } = later;
  const kept = suspect === 'zero-input' && before.input > 0 ? undefined : suspect;
  const reason = shrunk ? 'shrunk' : kept;
  return {
    ...rest,
    ...now,
    ...(reason === undefined ? {} : { suspect: reason }),
    input: Math.max(before.input, later.input),
    // A figure for the cache of a smaller input says nothing about the larger one.
    cacheRead: later.input >= before.input ? later.cacheRead : before.cacheRead,
    // Thoughts and answer grow apart: a last figure may leave one of them out.
    output: Math.max(shownOf(before), shownOf(later)) + Math.max(thoughtOf(before), thoughtOf(later)),
    parts: largest(before.parts, later.parts),
  };
}

function thoughtOf({ parts }: TokenUsage): number {
  return parts?.reasoning ?? 0;
}

function shownOf(usage: TokenUsage): number {
  return usage.output - thoughtOf(usage);
}

function largest(left: UsageParts = {}, right: UsageParts = {}): UsageParts {
  const parts: Record<string, number> = { ...left };
  for (const [name, count] of Object.entries(right)) parts[name] = Math.max(parts[name] ?? 0, count);
  return parts;
}

/** True for a reply that says no to the prompt itself. */
export function isBlocked({ promptFeedback: feedback }: JsonObject): boolean {
  return isObject(feedback) && givesReason(feedback['blockReason']);
}

/** A prompt that was blocked and not counted has cost its whole input, at most. */
export function usageOfBlocked({ inputBound, usedBy }: Ask): TokenUsage | undefined {
  const input = usedBy ? usedBy(0, 0).inputBound : inputBound;
  return input === undefined ? undefined : { ...NO_USAGE, input, suspect: 'blocked' };
}
