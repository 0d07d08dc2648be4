import type { JsonObject } from '../dialect.ts';
import { listOf } from '../gemini/fields.ts';
import { boundTools } from '../gemini/tools.ts';
import type { ToolBound, Unbounded } from '../gemini/tools.ts';
import { isObject } from '../json/read-json.ts';

/** The names of tools here, and in a request to generate, where they have the same bounds. */
const TOOLS: Readonly<Record<string, string>> = {
  function: 'functionDeclarations',
  computer_use: 'computerUse',
  google_search: 'googleSearch',
  google_maps: 'googleMaps',
  url_context: 'urlContext',
  code_execution: 'codeExecution',
  file_search: 'fileSearch',
};

/** Why a tool has no bound. */
const WHY_NOT: Readonly<Record<string, string>> = {
  mcp_server:
    'With "mcp_server", the provider calls a server as often as the model likes and reads whatever it answers. Call ' +
    'the server yourself, and hand its tools over as functions.',
  retrieval: 'Purser does not know what a search with "retrieval" costs. Use "google_search" or "file_search".',
};

/** Reads the tools of a request. @param urls addresses in what is read; Infinity where nobody knows */
export function boundInteractionTools(tools: unknown, model: string, urls: number): ToolBound | Unbounded {
  const named: JsonObject[] = [];
  for (const tool of listOf(tools)) {
    const type = isObject(tool) ? tool['type'] : undefined;
    if (typeof type !== 'string') return { unbounded: 'Every tool must be an object with a "type".' };
    const name = Object.hasOwn(TOOLS, type) ? TOOLS[type] : undefined;
    if (name === undefined)
      return { unbounded: WHY_NOT[type] ?? `Purser does not know what the tool "${type}" costs. Leave it out.` };
    named.push({ [name]: {} });
  }
  return boundTools(named, model, urls);
}
