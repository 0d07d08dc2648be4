import type { JsonObject } from '../dialect.ts';
import { isObject } from './read-json.ts';

/** A field that some servers read as another one. */
export interface Alias {
  readonly written: string;
  readonly known: string;
}

/**
 * Fields that decide what a request costs or whether it can be metered, in every protocol; Google's in both spellings.
 */
const KNOWN: ReadonlyMap<string, string> = new Map(
  `model models messages input prompt contents system instructions stream stream_options include_usage n best_of
   max_tokens max_completion_tokens max_output_tokens maxOutputTokens max_tool_calls max_uses candidate_count
   candidateCount generation_config generationConfig system_instruction systemInstruction thinking thinking_budget
   thinkingBudget thinking_config thinkingConfig thinking_level thinkingLevel enable_thinking budget_tokens
   reasoning reasoning_effort mode tools tool_choice tool_config toolConfig functions type content parts image_url
   input_audio file_data fileData file_uri fileUri inline_data inlineData source modalities response_modalities
   responseModalities audio prediction service_tier serviceTier speed inference_geo web_search_options
   search_parameters plugins enable_search preset fallbacks background billing_policy conversation
   previous_response_id context_management multi_agent mcp_servers container memory_limit environment execution
   return_token_budget cache_control ttl cached_content cachedContent google_search googleSearch
   google_search_retrieval googleSearchRetrieval google_maps googleMaps url_context urlContext code_execution
   codeExecution file_search fileSearch data_sources requests params provider max_price generate size quality voice
   file url chunking_strategy`
    .split(/\s+/)
    .map((name) => [fold(name), name]),
);
const NAMES: ReadonlySet<string> = new Set(KNOWN.values());
const LONGEST = Math.max(...[...NAMES].map((name) => name.length));

/**
 * Fields whose content the author of the request names: schemas, arguments, results, labels. Nothing there is a limit.
 */
const FREE: ReadonlySet<string> = new Set(
  `parameters input_schema inputSchema output_schema schema responseSchema response_schema responseJsonSchema
   response_json_schema parametersJsonSchema parameters_json_schema args arguments response metadata labels
   variables headers logit_bias properties $defs definitions input_examples examples default enum`.split(/\s+/),
);

/**
 * Names a field that differs from a known one by nothing but the case of its letters. JSON tells them apart; servers in
 * Go match names without case and the last one wins, so that a limit which Purser has read would not be the one that
 * counts. One pass, no recursion. Source: pkg.go.dev/encoding/json, "Unmarshal".
 * @param nested also in objects inside the body
 */
export function findAlias(body: JsonObject, nested: boolean): Alias | undefined {
  const pending: unknown[] = [body];
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) for (const item of value) pending.push(item);
    if (!isObject(value)) continue;
    for (const [name, inside] of Object.entries(value)) {
      const known = knownAs(name);
      if (known !== undefined) return { written: name, known };
      if (nested && typeof inside === 'object' && inside !== null && !isFree(name, inside)) pending.push(inside);
    }
  }
  return undefined;
}

function knownAs(name: string): string | undefined {
  return name.length > LONGEST || NAMES.has(name) ? undefined : KNOWN.get(fold(name));
}

/** As Unicode folds them: the sign for Kelvin is a k, and the long s an s. */
function fold(name: string): string {
  return name.toUpperCase().toLowerCase();
}

/** The input of a tool is an object, and that of a request a text or a list. */
function isFree(name: string, value: object): boolean {
  return FREE.has(name) || (name === 'input' && !Array.isArray(value));
}
