import type { JsonObject } from './dialect.ts';

/** Models that search or run code as often as they like: Perplexity's, OpenRouter's variants that go online, Groq's systems. */
const ACTS_ON_ITS_OWN = /(^|\/)sonar|:online(:|$)|(^|\/)compound(-|$)/;
/** How xAI, OpenRouter and DashScope are asked to search. */
const SEARCHES = ['search_parameters', 'plugins', 'enable_search'] as const;
/** With these, OpenRouter chooses another model, in whatever protocol it is asked. Source: openrouter.ai/docs, "Model fallbacks", "Presets". */
const OTHER_MODELS = ['models', 'preset', 'fallbacks'] as const;

/**
 * Names, in a sentence, what lets a server use another model than the one that is held for, or do more than it. Every
 * protocol takes these fields at servers that route requests.
 */
export function findBeyondModel(model: string, body: JsonObject): string | undefined {
  const given = (field: string): boolean => body[field] !== undefined && body[field] !== null && body[field] !== false;
  if (ACTS_ON_ITS_OWN.test(model)) return `The model "${model}" searches the web as often as it likes, which is billed per call and has no bound.`;
  const other = OTHER_MODELS.find(given);
  if (other !== undefined) return `"${other}" lets the provider choose another model, at another price. Leave it out, and name one with "model".`;
  const search = SEARCHES.find(given);
  return search === undefined ? undefined : `"${search}" lets the provider search, which is billed per call and has no bound. Leave it out.`;
}
