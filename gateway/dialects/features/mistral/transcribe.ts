import { NO_USAGE } from '../../../domain/usage.ts';
import type { TokenUsage } from '../../../domain/usage.ts';
import type { JsonObject, Operation } from '../../dialect.ts';
import { isObject, readCount } from '../../json/read-json.ts';
import { servedModel } from '../../usage/served-model.ts';
import { createDoneMeter } from '../../openai-chat/media/done-meter.ts';
import { transcriptions } from '../../openai-chat/media/transcriptions.ts';

/**
 * Speech to text, billed by the second of sound. Source: docs.mistral.ai, API reference, "Audio transcription", and
 * "Pricing"; 2026-08.
 */
export const transcribe: Operation = {
  ...transcriptions,
  readUsage,
  createMeter: () => createDoneMeter({ done: 'transcription.done', answers: 1, readUsage }),
};

function readUsage({ usage, model }: JsonObject): TokenUsage | undefined {
  const seconds = isObject(usage) ? readCount(usage['prompt_audio_seconds']) : undefined;
  if (seconds === undefined) return undefined;
  return { ...NO_USAGE, parts: { audioSeconds: seconds }, ...servedModel(model) };
}
