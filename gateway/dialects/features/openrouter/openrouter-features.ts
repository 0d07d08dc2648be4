import type { Ask, AskFault, Call, JsonObject } from '../../dialect.ts';
import { eachObject, isObject, readCount } from '../../json/read-json.ts';
import { isUsed } from '../../usage/unbounded-feature.ts';
import { FEWER_CALLS, formsByCalls, mapForms } from '../call-forms.ts';
import type { CallLimits, ToolBound } from '../call-forms.ts';
import type { ServerFeatures } from '../server-features.ts';
import { boundPlugin, pluginsOf } from './plugins.ts';
import { pluginBound, searchesFreely } from './search-bound.ts';
import { boundServerTool, isSearchTool, isServerTool, settingsOf } from './server-tools.ts';

/** Most steps of a request with server tools. Source: openrouter.ai/docs, "Server tools: tool call limits"; 2026-08. */
const MOST_STEPS = 30;
const ONLINE = /:online(?=:|$)/;
/** Perplexity's models search once at every request; how often deep research does is said nowhere. */
const SONAR = /^perplexity\/sonar(?!-deep)/;
/** Models that write pictures, at a rate of their own. */
const DRAWS = /^(google\/gemini-[\w.]+(-\w+)*-image|openai\/gpt-[\d.]+-image)/;

/**
 * OpenRouter's additions to every protocol that it speaks: models that stand in, plugins, tools that it runs. Every
 * reply says what was charged, so only their bounds are read here. Source: openrouter.ai/docs and its OpenAPI
 * description, as of 2026-08.
 */
export const openRouterFeatures: ServerFeatures = { plainBody, bound };

/** Fields that only OpenRouter knows. */
const OWN_FIELDS = [
  'models',
  'fallbacks',
  'preset',
  'plugins',
  'stop_server_tools_when',
  'web_search_options',
] as const;

function plainBody(body: JsonObject): JsonObject {
  const { model, tools, modalities } = body;
  const own = new Set<string>(OWN_FIELDS);
  const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !own.has(name)));
  return {
    ...rest,
    ...(typeof model === 'string' && { model: plainModel(model) }),
    ...(Array.isArray(tools) && { tools: tools.filter((tool) => !isServerTool(tool)) }),
    ...(Array.isArray(modalities) && { modalities: modalities.filter((kind) => kind !== 'image') }),
  };
}

/** The name of a model without what makes it search by itself. */
function plainModel(model: string): string {
  return SONAR.test(model) ? 'perplexity/grounded' : model.replace(ONLINE, '');
}

function bound(plain: Ask, call: Call): Ask | AskFault {
  const { body } = call;
  const model = typeof body['model'] === 'string' ? body['model'] : plain.model;
  if (isUsed(body['preset']))
    return unbounded(
      'A preset may bring tools and advisers that nobody sees here. Write what it holds into the request.',
    );
  const instead = standIns(body, model);
  if ('fault' in instead) return instead;
  const draws = Array.isArray(body['modalities']) && body['modalities'].includes('image');
  if (draws && ![model, ...instead.models].every((one) => DRAWS.test(one)))
    return unbounded(`Pictures of "${model}" have no price. Leave "image" out of "modalities".`);
  const tools = boundTools(body, model, call);
  if ('fault' in tools) return tools;
  const whole = mapForms(plain, (form) => ({
    ...form,
    model,
    ...(instead.models.length > 0 && { insteadModels: instead.models }),
    ...(draws && { media: [...new Set([...(form.media ?? []), 'image' as const])] }),
  }));
  return formsByCalls(whole, tools.bounds, limitsOf(body, model));
}

/** The models that may serve it when its own cannot. Source: openrouter.ai/docs, "Model fallbacks". */
function standIns(body: JsonObject, model: string): { readonly models: readonly string[] } | AskFault {
  const lists = [body['models'], body['fallbacks']].filter((list) => list !== undefined && list !== null);
  const models: string[] = [];
  for (const list of lists) {
    if (!Array.isArray(list)) return malformed('The fields "models" and "fallbacks" must be lists of models.');
    for (const entry of list) {
      const name: unknown = isObject(entry) ? entry['model'] : entry;
      if (typeof name !== 'string' || name === '')
        return malformed('The fields "models" and "fallbacks" must be lists of models.');
      if (ONLINE.test(name) !== ONLINE.test(model) || SONAR.test(name) !== SONAR.test(model))
        return unbounded(`"${name}" searches and "${model}" does not. Ask for the two apart.`);
      models.push(name);
    }
  }
  return { models: [...new Set(models)].filter((name) => name !== model) };
}

function boundTools(body: JsonObject, model: string, call: Call): { readonly bounds: readonly ToolBound[] } | AskFault {
  const bounds: (ToolBound | AskFault | undefined)[] = [];
  const tools: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  for (const tool of tools) if (isServerTool(tool)) bounds.push(boundServerTool(tool, model, call));
  const plugins = pluginsOf(body);
  const files = plugins.length === 0 ? 0 : countFiles(body);
  for (const plugin of plugins) bounds.push(boundPlugin(plugin, model, files));
  const searches = ONLINE.test(model) || SONAR.test(model) || isObject(body['web_search_options']);
  if (searches) bounds.push(pluginBound({}, model));
  const known = bounds.filter((one) => one !== undefined);
  return known.find(isFault) ?? { bounds: known.filter((one): one is ToolBound => !isFault(one)) };
}

function isFault(bound: ToolBound | AskFault): bound is AskFault {
  return 'fault' in bound;
}

const FILES = new Set<unknown>(['file', 'input_file', 'document']);

function countFiles({ messages, input }: JsonObject): number {
  let files = 0;
  for (const part of eachObject([messages, input])) if (FILES.has(part['type'])) files += 1;
  return files;
}

/**
 * The limits on the calls of a request: its own, or OpenRouter's. Conditions of its own take the place of every other
 * limit, so that one on its steps has to be among them.
 */
function limitsOf(body: JsonObject, model: string): CallLimits {
  const conditions = Array.isArray(body['stop_server_tools_when'])
    ? body['stop_server_tools_when'].filter(isObject)
    : undefined;
  const steps = (conditions ?? []).flatMap(({ type, step_count: count }) =>
    type === 'step_count_is' ? (readCount(count) ?? []) : [],
  );
  const own = conditions ? Math.min(...steps) : (readCount(body['max_tool_calls']) ?? MOST_STEPS);
  const most = Math.min(own, MOST_STEPS);
  const stopAt = (count: number): JsonObject => ({
    stop_server_tools_when: [...(conditions ?? []), { type: 'step_count_is', step_count: count }],
  });
  return {
    most,
    fewer: FEWER_CALLS,
    limitField: body['messages'] === undefined ? 'max_output_tokens' : 'max_completion_tokens',
    fieldsFor: (calls) => ({ ...stopAt(calls), ...limitTools(body, model, calls) }),
    ...(own > MOST_STEPS && { fields: stopAt(MOST_STEPS) }),
  };
}

/**
 * Tools and plugins with a limit on their calls. A search of the model's maker that takes none runs at OpenRouter's own
 * engine, which does.
 */
function limitTools(body: JsonObject, model: string, calls: number): JsonObject {
  const limit = (settings: JsonObject): JsonObject => ({
    max_uses: Math.min(readCount(settings['max_uses']) ?? calls, calls),
    ...(searchesFreely(settings, model) && { engine: 'exa' }),
  });
  const limitTool = (tool: unknown): unknown => {
    const isLimited = isSearchTool(tool) || (isObject(tool) && tool['type'] === 'openrouter:web_fetch');
    if (!isLimited || !isObject(tool)) return tool;
    const settings = settingsOf(tool);
    const limited = { ...settings, ...limit(settings) };
    return settings === tool && tool['type'] !== 'openrouter:web_search' ? limited : { ...tool, parameters: limited };
  };
  const tools: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  const named = pluginsOf(body).some(({ id }) => id === 'web');
  const plugins: readonly JsonObject[] = [...pluginsOf(body), ...(ONLINE.test(model) && !named ? [{ id: 'web' }] : [])];
  const isSearching = ({ id }: JsonObject): boolean => id === 'web' || id === 'web-fetch';
  return {
    ...(tools.some(isServerTool) && { tools: tools.map(limitTool) }),
    ...(plugins.some(isSearching) && {
      plugins: plugins.map((plugin) => (isSearching(plugin) ? { ...plugin, ...limit(plugin) } : plugin)),
    }),
  };
}

function unbounded(message: string): AskFault {
  return { fault: 'unbounded', message };
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}
