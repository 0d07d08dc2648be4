import type { JsonObject } from './dialect.ts';
import { isObject } from './json/read-json.ts';

/** Tools that run at the client, in every protocol. All others run at the provider, or may. */
const AT_CLIENT =
  /^(function|custom|namespace|tool_search|bash_|text_editor_|computer|memory_|browser_|local_shell|apply_patch)/;
/** Fields of a tool of Google's that say what the client runs. */
const DECLARED: readonly string[] = ['function_declarations', 'computer_use'];

/**
 * Names the tools of a request that run at its provider, in the spelling of policies: small letters and underscores.
 * They are held and settled elsewhere; this is for policies that forbid some of them.
 */
export function hostedToolsIn(body: JsonObject): readonly string[] {
  const names = [
    ...listIn(body, 'tools').flatMap(namesOf),
    ...(isUsed(body['mcp_servers']) ? ['mcp'] : []),
    ...(isObject(body['web_search_options']) || body['enable_search'] === true ? ['web_search'] : []),
    ...(isObject(body['search_parameters']) && body['search_parameters']['mode'] !== 'off' ? ['web_search'] : []),
    ...(isUsed(body['data_sources']) ? ['data_sources'] : []),
    ...listIn(body, 'plugins').flatMap(({ id }) => (typeof id === 'string' ? [nameOf(id)] : [])),
    ...(typeof body['model'] === 'string' && body['model'].endsWith(':online') ? ['web_search'] : []),
    ...toolsOfAmazon(body),
  ];
  return [...new Set(names)];
}

function namesOf(tool: JsonObject): readonly string[] {
  const { type } = tool;
  const inside = listIn(tool, 'tools').flatMap(namesOf);
  if (type === 'builtin_function') return nameIn(tool['function']);
  if (typeof type === 'string') return AT_CLIENT.test(type) ? inside : [nameOf(type), ...inside];
  // Google has no type: the name of the field is the tool. The client's own tools have a name or a function.
  if ('name' in tool || 'function' in tool) return inside;
  return Object.keys(tool)
    .map(nameOf)
    .filter((name) => !DECLARED.includes(name));
}

/** Amazon's tools stand in `toolConfig`, beside those of the client. */
function toolsOfAmazon({ toolConfig }: JsonObject): readonly string[] {
  return isObject(toolConfig) ? listIn(toolConfig, 'tools').flatMap(({ systemTool }) => nameIn(systemTool)) : [];
}

function nameIn(value: unknown): readonly string[] {
  return isObject(value) && typeof value['name'] === 'string' ? [nameOf(value['name'])] : [];
}

/** `googleSearch`, `google-search` and `openrouter:web_search` are `google_search` and `web_search`. */
function nameOf(written: string): string {
  return written
    .slice(written.lastIndexOf(':') + 1)
    .replace(/^\$/, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}

function listIn(body: JsonObject, field: string): readonly JsonObject[] {
  const value = body[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isUsed(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isObject(value);
}
