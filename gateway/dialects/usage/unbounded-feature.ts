import type { JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';

/**
 * Models that search or run code as often as they like: Perplexity's, OpenRouter's variants that go online, Groq's
 * systems.
 */
const ACTS_ON_ITS_OWN = /(^|\/)sonar|:online(:|$)|(^|\/)compound(-|$)/;
/** The fields that ask xAI, OpenRouter and DashScope to search. */
const SEARCHES = ['search_parameters', 'plugins', 'enable_search'] as const;
/**
 * With these fields OpenRouter chooses another model, in any protocol. Source: openrouter.ai/docs, "Model fallbacks",
 * "Presets".
 */
const OTHER_MODELS = ['models', 'preset', 'fallbacks'] as const;

/**
 * Names, in a sentence, what lets a server use another model than the one that is held for, or do more than it. Every
 * protocol takes these fields at servers that route requests.
 */
export function findUnboundedFeature(model: string, body: JsonObject): string | undefined {
  const given = (field: string): boolean => isUsed(body[field]);
  if (ACTS_ON_ITS_OWN.test(model)) {
    return `The model "${model}" searches the web as often as it likes, which is billed per call and has no bound.`;
  }
  const other = OTHER_MODELS.find(given);
  if (other !== undefined) {
    return `"${other}" lets the provider choose another model, at another price. Leave it out: name one in "model".`;
  }
  if (given('billing_policy'))
    return '"billing_policy" changes what is billed, and Purser does not know how. Leave it out.';
  const search = SEARCHES.find(given);
  if (search === undefined) return undefined;
  return `"${search}" lets the provider search, which is billed per call and has no bound. Leave it out.`;
}

/**
 * False for a field that asks for nothing: `{ mode: 'off' }`, an empty list, a list of features that are switched off.
 */
export function isUsed(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return false;
  if (Array.isArray(value)) return value.some(isUsed);
  return !isObject(value) || (value['mode'] !== 'off' && value['enabled'] !== false);
}
