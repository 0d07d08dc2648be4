import type { Media } from '../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { countUrls } from '../gemini/bound-input.ts';
import { listOf } from '../gemini/fields.ts';
import { limitsOf, makesImages, mayThink, speaks } from '../gemini/model-limits.ts';
import { findDisguise } from '../gemini/query.ts';
import { boundRounds, IMAGE_OUTPUT, mostCalls } from '../gemini/read-ask.ts';
import { readTier } from '../gemini/service-tier.ts';
import { isDeeperThan } from '../json/nesting.ts';
import { isObject } from '../json/read-json.ts';
import { isLimit, isSwitch, malformed } from '../openai-chat/body-fields.ts';
import { boundInput } from './bound-input.ts';
import type { ToolBound } from '../gemini/tools.ts';
import { boundInteractionTools } from './tools.ts';

/** Purser may have to write the configuration anew, and a deeper one cannot be written. */
const DEEPEST = 200;

/** Reads a request for an interaction. Source: ai.google.dev, "Interactions API", 2026-11; @google/genai 3.1. */
export function readInteractionAsk(call: Call): Ask | AskFault {
  const { body } = call;
  const settings = readSettings(call);
  if ('fault' in settings) return settings;
  const { model, stream } = settings;
  const unbounded = findUnbounded(body);
  if (unbounded !== undefined) return { fault: 'unbounded', message: unbounded };
  const history = historyOf(call);
  const contents = [body['input'], body['system_instruction']];
  const tools = boundInteractionTools(body['tools'], model, history === 0 ? countUrls(contents) : Infinity);
  if ('unbounded' in tools) return { fault: 'unbounded', message: tools.unbounded };
  const input = boundInput(contents, call.byteLength);
  const known =
    input.tokens === undefined || history === undefined || isGiven(body['cached_content'])
      ? undefined
      : input.tokens + history;
  const tier = readTier(body['service_tier']);
  return {
    model,
    stream,
    ...boundUse(known, model, tools),
    cacheWrites: 'none',
    ...boundOutput(settings, body),
    choices: 1,
    hideUsage: false,
    ...(body['background'] === true && { outlivesStream: true }),
    media: mediaOf(known === undefined || mostCalls(tools) > 0 ? ['audio', 'image'] : input.media, body, model),
    ...(tier !== undefined && { tier }),
  };
}

/** Most tokens of what it goes on from. @returns undefined where nobody knows */
function historyOf({ body, historyOf: known }: Call): number | undefined {
  const previous = body['previous_interaction_id'];
  if (!isGiven(previous)) return 0;
  return typeof previous === 'string' ? known?.(previous) : undefined;
}

/** What is read and used by the way, over all rounds. @param input undefined where only the window bounds it */
function boundUse(
  input: number | undefined,
  model: string,
  tools: ToolBound,
): Pick<Ask, 'inputBound' | 'rounds' | 'extras' | 'usedBy' | 'extrasPerOutput'> {
  const usedBy = boundRounds(input, limitsOf(model)?.input, tools);
  return {
    ...usedBy(mostCalls(tools), 0),
    ...(mostCalls(tools) > 0 && { usedBy }),
    ...(Object.keys(tools.extrasPerOutput).length > 0 && { extrasPerOutput: tools.extrasPerOutput }),
  };
}

function boundOutput(
  { model, config, outputLimit }: Settings,
  body: JsonObject,
): Pick<Ask, 'outputLimit' | 'smallestOutputLimit' | 'hiddenOutput'> {
  const least = makesPictures(body, model) ? IMAGE_OUTPUT : 1;
  const most = outputLimit ?? limitsOf(model)?.output;
  return {
    outputLimit: most === undefined ? undefined : Math.max(most, least),
    smallestOutputLimit: least,
    hiddenOutput: mayThink(model, config['thinking_budget']),
  };
}

/** The fields of a request that Purser has to understand. */
interface Settings {
  readonly model: string;
  readonly config: JsonObject;
  readonly outputLimit: number | undefined;
  readonly stream: boolean;
}

function readSettings({ body, query }: Call): Settings | AskFault {
  const disguise = findDisguise(query);
  if (disguise !== undefined)
    return malformed(`The parameter "${disguise}" may change what a reply says of its usage. Leave it out.`);
  if (isGiven(body['agent'])) return refuseAgent(body['agent']);
  const { model } = body;
  if (typeof model !== 'string' || model === '') return malformed('The field "model" must name a model.');
  const config = body['generation_config'] ?? {};
  if (!isObject(config)) return malformed('The field "generation_config" must be an object.');
  if (isDeeperThan(config, DEEPEST)) return malformed('The field "generation_config" is nested too deeply.');
  // Google takes fields in camel case as well, and then there could be another limit.
  const camel = [...Object.keys(body), ...Object.keys(config)].find((field) => /[A-Z]/.test(field));
  if (camel !== undefined) return malformed(`Write the field "${camel}" in snake case.`);
  if (!isSwitch(body['stream']) || !isSwitch(body['background']))
    return malformed('The fields "stream" and "background" must be true or false.');
  const limit = config['max_output_tokens'] ?? undefined;
  if (limit !== undefined && !isLimit(limit))
    return malformed('The field "max_output_tokens" must be a whole number from 1 up.');
  const stream = body['stream'] === true;
  return { model: model.replace(/^models\//, ''), config, outputLimit: limit, stream };
}

/** Agents are billed in the tokens of all models that they call, and no field limits these. */
function refuseAgent(agent: unknown): AskFault {
  return {
    fault: 'unbounded',
    message:
      `The agent "${String(agent)}" works as long as it likes: nothing limits what one task may cost. Name a model ` +
      `in "model" instead, with the tools that it may use.`,
  };
}

function findUnbounded(body: JsonObject): string | undefined {
  if (isGiven(body['environment']))
    return 'An "environment" runs at the provider, and Purser does not know what that costs. Leave it out.';
  if (asksFor(body, 'video')) return 'Purser does not know what a film costs here. Leave "video" out.';
  return undefined;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function asksFor({ response_modalities: asked, response_format: formats }: JsonObject, modality: string): boolean {
  const inFormats = listOf(formats).some((format) => isObject(format) && format['type'] === modality);
  return inFormats || listOf(asked).some((one) => typeof one !== 'string' || one.toLowerCase() === modality);
}

function makesPictures(body: JsonObject, model: string): boolean {
  return asksFor(body, 'image') || makesImages(model);
}

function mediaOf(input: readonly Media[], body: JsonObject, model: string): readonly Media[] {
  const media = new Set(input);
  if (makesPictures(body, model)) media.add('image');
  if (asksFor(body, 'audio') || speaks(model)) media.add('audio');
  return [...media];
}
