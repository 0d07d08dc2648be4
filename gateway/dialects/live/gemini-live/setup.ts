import type { AskFault, JsonObject } from '../../dialect.ts';
import { findAmbiguous, listOf, pick } from '../../gemini/fields.ts';
import { limitsOf } from '../../gemini/model-limits.ts';
import { boundTools } from '../../gemini/tools.ts';
import type { ToolBound } from '../../gemini/tools.ts';
import { isObject } from '../../json/read-json.ts';

/** What a session was set up with, as far as it decides its cost. */
export interface LiveSetup {
  readonly model: string;
  /** The client's own limit on the output of a turn. */
  readonly limit: number | undefined;
  readonly speaks: boolean;
  readonly tools: ToolBound;
  /** It goes on from a session that was elsewhere. */
  readonly resumes: boolean;
}

const FIELDS = ['generationConfig', 'systemInstruction', 'sessionResumption', 'avatarConfig'] as const;
const CONFIG = ['maxOutputTokens', 'responseModalities', 'candidateCount'] as const;

/** Reads the first frame of a session. Source: ai.google.dev, "Live API: BidiGenerateContentSetup", 2026-11. */
export function readSetup(setup: JsonObject): LiveSetup | AskFault {
  const { model } = setup;
  if (typeof model !== 'string') return malformed('The field "setup.model" must name a model.');
  const config = pick(setup, 'generationConfig') ?? {};
  if (!isObject(config)) return malformed('The field "generationConfig" must be an object.');
  const fault = findFault(setup, config);
  if (fault) return fault;
  const name = model.replace(/^models\//, '');
  const tools = boundTools(pick(setup, 'tools'), name, 0);
  if ('unbounded' in tools) return { fault: 'unbounded', message: tools.unbounded };
  const limit = pick(config, 'maxOutputTokens');
  const modalities = listOf(pick(config, 'responseModalities'));
  const resumption = pick(setup, 'sessionResumption');
  return {
    model: name,
    limit: typeof limit === 'number' ? limit : limitsOf(name)?.output,
    // Left out, it speaks.
    speaks: modalities.length === 0 || modalities.some((one) => String(one).toUpperCase() !== 'TEXT'),
    tools,
    resumes: isObject(resumption) && typeof resumption['handle'] === 'string',
  };
}

function findFault(setup: JsonObject, config: JsonObject): AskFault | undefined {
  const twice = findAmbiguous(setup, FIELDS) ?? findAmbiguous(config, CONFIG);
  if (twice !== undefined) return malformed(`The field "${twice}" is in the setup under both of its names.`);
  if (pick(setup, 'avatarConfig') !== undefined)
    return { fault: 'unbounded', message: 'Purser does not know what an avatar costs. Leave "avatarConfig" out.' };
  const limit = pick(config, 'maxOutputTokens');
  return limit === undefined || (typeof limit === 'number' && Number.isSafeInteger(limit) && limit > 0)
    ? undefined
    : malformed('The field "maxOutputTokens" must be a whole number from 1 up.');
}

/** The fields that limit the output of every turn. */
export function limitSetup(setup: JsonObject, limit: number): JsonObject {
  const name = setup['generation_config'] === undefined ? 'generationConfig' : 'generation_config';
  const config = setup[name];
  const { max_output_tokens: _other, ...rest } = isObject(config) ? config : {};
  return { setup: { ...setup, [name]: { ...rest, maxOutputTokens: limit } } };
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}
