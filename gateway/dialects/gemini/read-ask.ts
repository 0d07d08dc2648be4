import type { Media } from '../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { isDeeperThan } from '../json/nesting.ts';
import { isObject } from '../json/read-json.ts';
import { boundContents, countUrls } from './bound-input.ts';
import { findAmbiguous, listOf, pick } from './fields.ts';
import { limitsOf, makesImages, mayThink, speaks } from './model-limits.ts';
import { asksForEvents, findDisguise } from './query.ts';
import { readTier } from './service-tier.ts';
import { boundTools } from './tools.ts';
import type { ToolBound } from './tools.ts';

/** Fields that cost money, or bound what does. Each has two names; a request that uses both is not read. */
const FIELDS = [
  'contents',
  'systemInstruction',
  'generationConfig',
  'tools',
  'toolConfig',
  'cachedContent',
  'serviceTier',
] as const;
const CONFIG_FIELDS = ['maxOutputTokens', 'candidateCount', 'responseModalities', 'thinkingConfig'] as const;
const THINKING_FIELDS = ['thinkingBudget', 'thinkingLevel'] as const;
/** Purser may have to write the configuration anew, and a deeper one cannot be written. */
const DEEPEST = 200;
/** A limit below this may cut a picture in its middle, and no source says whether that is billed as a whole one. */
export const IMAGE_OUTPUT = 4_096;

/** Reads a request to generate. Source: ai.google.dev, API reference, "GenerateContent". */
export function readGeminiAsk({ body, byteLength, params, query }: Call, stream: boolean): Ask | AskFault {
  const model = params['model'] ?? '';
  const disguise = findDisguise(query);
  if (disguise !== undefined)
    return malformed(`The parameter "${disguise}" may change what a reply says of its usage. Leave it out.`);
  const settings = readSettings(body, model);
  if ('fault' in settings) return settings;
  const contents = [pick(body, 'contents'), pick(body, 'systemInstruction')];
  const tools = boundTools(pick(body, 'tools'), model, countUrls(contents));
  if ('unbounded' in tools) return { fault: 'unbounded', message: tools.unbounded };
  const input = boundContents(contents, byteLength);
  const unknown = input.tokens === undefined || pick(body, 'cachedContent') !== undefined;
  const usedBy = boundRounds(unknown ? undefined : input.tokens, limitsOf(model)?.input, tools);
  const tier = readTier(pick(body, 'serviceTier'));
  return {
    model,
    stream,
    ...usedBy(mostCalls(tools), 0),
    ...(mostCalls(tools) > 0 ? { usedBy } : {}),
    ...(Object.keys(tools.extrasPerOutput).length > 0 ? { extrasPerOutput: tools.extrasPerOutput } : {}),
    ...(tools.onlyCode ? { showsCalls: true } : {}),
    // A cache is paid for where it is made, and Purser passes no such request on; automatic caching costs nothing.
    cacheWrites: 'none',
    ...boundOutput(settings, model),
    hideUsage: false,
    framing: asksForEvents(query) ? 'events' : 'array',
    media: mediaOf(unknown || mostCalls(tools) > 0 ? ['audio', 'image'] : input.media, settings.config, model),
    ...(tier === undefined ? {} : { tier }),
  };
}

/** The fields of a request that Purser has to understand. */
interface Settings {
  readonly config: JsonObject;
  readonly outputLimit: number | undefined;
  readonly choices: number;
  /** As it is written; in tokens where it is a number. */
  readonly thinkingBudget: unknown;
}

function readSettings(body: JsonObject, model: string): Settings | AskFault {
  const config = pick(body, 'generationConfig') ?? {};
  if (!isObject(config)) return malformed('The field "generationConfig" must be an object.');
  const thinking = pick(config, 'thinkingConfig') ?? {};
  if (!isObject(thinking)) return malformed('The field "thinkingConfig" must be an object.');
  const twice =
    findAmbiguous(body, FIELDS) ?? findAmbiguous(config, CONFIG_FIELDS) ?? findAmbiguous(thinking, THINKING_FIELDS);
  if (twice !== undefined) return malformed(`The field "${twice}" is in the request body under both of its names.`);
  if (isDeeperThan(config, DEEPEST)) return malformed('The field "generationConfig" is nested too deeply.');
  if (namesAnother(body, model))
    return malformed('The field "model" in the request body names another model than the path does.');
  const outputLimit = pick(config, 'maxOutputTokens');
  if (outputLimit !== undefined && !isLimit(outputLimit))
    return malformed('The field "maxOutputTokens" must be a whole number from 1 up.');
  const choices = pick(config, 'candidateCount') ?? 1;
  if (!isLimit(choices)) return malformed('The field "candidateCount" must be a whole number from 1 up.');
  return { config, outputLimit, choices, thinkingBudget: pick(thinking, 'thinkingBudget') };
}

function boundOutput(
  { config, outputLimit, choices, thinkingBudget }: Settings,
  model: string,
): Pick<Ask, 'outputLimit' | 'choices' | 'smallestOutputLimit' | 'hiddenOutput'> {
  const least = makesPictures(config, model) ? IMAGE_OUTPUT : 0;
  const most = outputLimit ?? limitsOf(model)?.output;
  return {
    outputLimit: most === undefined ? undefined : Math.max(most, least) * choices,
    choices,
    smallestOutputLimit: Math.max(1, least, typeof thinkingBudget === 'number' ? thinkingBudget + 1 : 0),
    hiddenOutput: mayThink(model, thinkingBudget),
  };
}

/**
 * Nobody documents how much a search brings to read. The most that was reported for a request is 5,372 tokens
 * (discuss.ai.google.dev/t/131137, 2026-04), and the most for a whole request with a search is 4.8 times the request
 * itself; both are held a good deal higher. Google says that it bills none of what a search brings.
 */
const SEARCH_TOKENS = 16_384;
const SEARCH_READS = 4;

/** All the searches of an answer count as one call. */
export function mostCalls({ calls, searches }: Pick<ToolBound, 'calls' | 'searches'>): number {
  return calls + Number(searches);
}

/**
 * The input of a request by how many calls of hosted tools are made: only the window bounds what a call brings that is
 * no search.
 * @param input tokens of the request itself; undefined where only the window bounds them
 * @param window most tokens of input that the model reads; undefined where nobody knows
 */
export function boundRounds(
  input: number | undefined,
  window: number | undefined,
  tools: Pick<ToolBound, 'calls' | 'searches' | 'extras'>,
): NonNullable<Ask['usedBy']> {
  const most = window ?? Infinity;
  const first = Math.min(input ?? Infinity, most);
  return (calls) => {
    const made = Math.min(calls, mostCalls(tools));
    const whole = Math.min(made, tools.calls);
    const reads = tools.searches && made > 0 ? SEARCH_READS : 0;
    const searched = reads === 0 ? 0 : reads * first + SEARCH_TOKENS;
    const rounds = 1 + whole + reads;
    const mean = Math.ceil((first + (whole === 0 ? 0 : whole * most) + searched) / rounds);
    return { rounds, inputBound: Number.isFinite(mean) ? mean : undefined, extras: tools.extras };
  };
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

/** The path decides; a body that disagrees could be read either way. */
export function namesAnother({ model: named }: JsonObject, model: string): boolean {
  return named !== undefined && named !== null && named !== model && named !== `models/${model}`;
}

function asksFor(config: JsonObject, modality: string): boolean {
  return listOf(pick(config, 'responseModalities')).some(
    (one) => typeof one !== 'string' || one.toUpperCase() === modality,
  );
}

function makesPictures(config: JsonObject, model: string): boolean {
  return asksFor(config, 'IMAGE') || makesImages(model);
}

function mediaOf(input: readonly Media[], config: JsonObject, model: string): readonly Media[] {
  const media = new Set(input);
  if (makesPictures(config, model)) media.add('image');
  if (asksFor(config, 'AUDIO') || speaks(model)) media.add('audio');
  return [...media];
}
