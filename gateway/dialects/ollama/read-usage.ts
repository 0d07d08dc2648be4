import { NO_USAGE } from '../../domain/usage.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { readCount } from '../json/read-json.ts';
import { servedModel } from '../usage/served-model.ts';

/** Why a model was only loaded or unloaded, and nothing was asked. */
const ONLY_LOADED: readonly unknown[] = ['load', 'unload'];

/**
 * The usage of a finished answer, or of the last line of a stream. Older versions leave out the count of a prompt that
 * they have read before. Source: docs.ollama.com/api, "Usage", 2026-11.
 * @returns undefined for a line in the middle
 */
export function readGenerateUsage(reply: JsonObject, _ask: Ask): TokenUsage | undefined {
  if (reply['done'] !== true) return undefined;
  const served = servedModel(reply['model']);
  if (ONLY_LOADED.includes(reply['done_reason'])) return { ...NO_USAGE, ...served };
  const input = readCount(reply['prompt_eval_count']) ?? 0;
  const output = readCount(reply['eval_count']);
  if (output === undefined) return undefined;
  return { ...NO_USAGE, input, output, ...served, ...(input === 0 && { suspect: 'zero-input' }) };
}

/** The usage of texts that were embedded. */
export function readEmbedUsage(reply: JsonObject): TokenUsage | undefined {
  const input = readCount(reply['prompt_eval_count']);
  return input === undefined ? undefined : { ...NO_USAGE, input, ...servedModel(reply['model']) };
}
