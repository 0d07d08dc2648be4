import type { AskFault, JsonObject } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';
import type { ToolBound } from '../call-forms.ts';
import { pluginBound } from './search-bound.ts';
import { fetchBound } from './server-tools.ts';

/**
 * Plugins that cost nothing: they mend or shorten, or say how a router chooses, and a router is held at its dearest
 * model. Source: openrouter.ai/docs, "Plugins", "Response healing", "Context compression", "Auto router"; 2026-08.
 */
const FREE = new Set<unknown>([
  'response-healing',
  'context-compression',
  'moderation',
  'auto-router',
  'auto-beta-router',
  'pareto-router',
]);
/** Most pages that Mistral reads of one document. Source: docs.mistral.ai, "OCR"; 2026-08. */
const MOST_PAGES = 1_000;

/** The plugins that a request switches on. */
export function pluginsOf({ plugins }: JsonObject): readonly JsonObject[] {
  return Array.isArray(plugins) ? plugins.filter(isObject).filter(({ enabled }) => enabled !== false) : [];
}

/**
 * @param files how many documents the request has
 * @returns the most that a plugin costs and brings, undefined for one that costs nothing, or why nothing bounds it
 */
export function boundPlugin(plugin: JsonObject, model: string, files: number): ToolBound | AskFault | undefined {
  const { id } = plugin;
  if (id === 'web') return pluginBound(plugin, model);
  if (id === 'web-fetch') return fetchBound(plugin);
  if (id === 'file-parser')
    return readsPages(plugin) ? { extras: { pages: MOST_PAGES }, content: 0, most: files } : undefined;
  if (FREE.has(id)) return undefined;
  const why = id === 'fusion' ? 'runs a panel of models' : 'does something that Purser does not know';
  return {
    fault: 'unbounded',
    message: `The plugin ${JSON.stringify(id)} ${why}, so it cannot be bounded under a cap. Leave it out.`,
  };
}

/** The other engines are free, and what a model reads by itself is its input. Source: openrouter.ai/docs, "PDFs". */
function readsPages({ pdf }: JsonObject): boolean {
  return isObject(pdf) && pdf['engine'] === 'mistral-ocr';
}
