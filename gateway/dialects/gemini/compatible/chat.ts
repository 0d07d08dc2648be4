import type { TokenUsage } from '../../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject, Operation } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';
import { malformed, unbounded } from '../../openai-chat/body-fields.ts';
import { chat, readChatUsage } from '../../openai-chat/chat.ts';
import { createOpenAiMeter } from '../../openai-chat/meter.ts';
import { readOpenAiAsk } from '../../openai-chat/read-ask.ts';

/** What Google has beside OpenAI's fields, and its meaning here. Source: ai.google.dev, "OpenAI compatibility", 2026-11. */
const HARMLESS: readonly string[] = ['thinking_config', 'safety_settings', 'thought_tag_marker'];

/** Chat completions, as Google speaks them below `/v1beta/openai`. */
export const compatibleChat: Operation = {
  ...chat,
  readAsk: readCompatibleAsk,
  readUsage: readCompatibleUsage,
  createMeter: (ask) => createOpenAiMeter(ask, readCompatibleUsage),
  // It has no vocabulary here; Google's own count takes the request in another form.
  countInput: () => Promise.resolve(undefined),
};

function readCompatibleAsk(call: Call): Ask | AskFault {
  const { body } = call;
  if (body['web_search_options'] !== undefined && body['web_search_options'] !== null)
    return unbounded(
      '"web_search_options" searches here without telling how often. Leave it out, or use generateContent with the ' +
        'tool "googleSearch".',
    );
  const google = googleFields(body);
  if (google === undefined) return malformed('The field "extra_body" must hold an object "google" and nothing else.');
  const unknown = Object.keys(google).find((field) => field !== 'cached_content' && !HARMLESS.includes(field));
  if (unknown !== undefined)
    return unbounded(`Purser does not know what "${unknown}" in "extra_body" costs. Leave it out.`);
  const ask = readOpenAiAsk(call);
  if ('fault' in ask) return ask;
  return {
    ...ask,
    model: plainName(ask.model),
    ...(google['cached_content'] === undefined ? {} : { inputBound: undefined, media: ['audio', 'image'] }),
  };
}

/** @returns undefined for a form that nobody documents */
function googleFields(body: JsonObject): JsonObject | undefined {
  const extra = body['extra_body'] ?? {};
  if (!isObject(extra) || Object.keys(extra).some((field) => field !== 'google')) return undefined;
  const google = extra['google'] ?? body['google'] ?? {};
  return isObject(google) && (extra['google'] === undefined || body['google'] === undefined) ? google : undefined;
}

/** Google takes a model's name as a resource, too. */
export function plainName(model: string): string {
  return model.replace(/^models\//, '');
}

/** Its usage tells no kinds of tokens: where sound was sent, all that was read counts as that. */
function readCompatibleUsage(reply: JsonObject, ask: Ask): TokenUsage | undefined {
  const usage = readChatUsage(reply, ask);
  if (usage === undefined) return undefined;
  const { model, ...figures } = usage;
  const named = model === undefined ? {} : { model: plainName(model) };
  if (!ask.media?.includes('audio') || usage.parts?.inputAudio !== undefined) return { ...figures, ...named };
  const parts = {
    ...usage.parts,
    inputAudio: usage.input,
    outputAudio: Math.max(0, usage.output - (usage.parts?.reasoning ?? 0)),
  };
  return { ...figures, ...named, parts, suspect: usage.suspect ?? 'untold-kinds' };
}
