import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { formsByCalls } from './call-forms.ts';
import type { ToolBound } from './call-forms.ts';
import { addGroqUsage, keepGroqUsage } from './groq-usage.ts';
import { ADVANCED_SEARCH, isCompound } from './groq-tools.ts';
import type { ServerFeatures } from './server-features.ts';

/**
 * Groq's systems, which search and run code by themselves, and its tools for other models. Source:
 * console.groq.com/docs, "Compound", "Systems", "Built-in tools", "Browser search"; 2026-11.
 */
export const groqFeatures: ServerFeatures = {
  plainBody,
  bound,
  addUsage: addGroqUsage,
  keep: keepGroqUsage,
};

/** "Up to 10 tool calls per request", and "up to 1". */
const SYSTEM_CALLS = { compound: 10, mini: 1 } as const;
/** Passes that a system makes beside those between its calls: it chooses a tool, and writes. Seen: two. */
const MORE_PASSES: ToolBound = { extras: {}, content: 0, most: 2 };
/** The dearest call of a system; how long a page is that it reads is said nowhere. */
const SYSTEM_TOOL: ToolBound = { extras: { webSearches: ADVANCED_SEARCH, codeRuns: 1 }, content: undefined };
/** Calls of a tool for which Groq documents no limit; 21 were the most that were seen. */
const CALLS = 32;
const TOOLS: Readonly<Record<string, ToolBound>> = {
  browser_search: { extras: { webSearches: 1 }, content: undefined },
  code_interpreter: { extras: { codeRuns: 1 }, content: undefined },
};

function plainBody(body: JsonObject): JsonObject {
  const { model, tools } = body;
  return {
    ...body,
    ...(typeof model === 'string' && isCompound(model) && { model: 'groq/system' }),
    ...(Array.isArray(tools) && { tools: tools.filter((tool) => boundOf(tool) === undefined) }),
  };
}

function boundOf(tool: unknown): ToolBound | undefined {
  return isObject(tool) ? TOOLS[String(tool['type'])] : undefined;
}

function bound(plain: Ask, { body }: Call): Ask | AskFault {
  const model = typeof body['model'] === 'string' ? body['model'] : plain.model;
  const limits = { fewer: [], fieldsFor: () => ({}), limitField: 'max_completion_tokens' } as const;
  if (isCompound(model)) {
    const most = model.endsWith('-mini') ? SYSTEM_CALLS.mini : SYSTEM_CALLS.compound;
    return formsByCalls({ ...plain, model }, [{ ...SYSTEM_TOOL, most }, MORE_PASSES], { ...limits, most: CALLS });
  }
  const tools: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  return formsByCalls(
    plain,
    tools.flatMap((tool) => boundOf(tool) ?? []),
    { ...limits, most: CALLS },
  );
}
