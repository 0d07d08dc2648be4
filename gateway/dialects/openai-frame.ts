import type { JsonObject } from './dialect.ts';
import { isObject } from './read-json.ts';

/** What a model is told before everything else: its name, the day, its channels. Seen: 42 at gpt-5-mini. */
const HEADER_TOKENS = 128;
/** What it is told about tools as such. Seen: 175 at gpt-4o in the Responses API, with one small tool. */
const TOOLS_TOKENS = 256;
/** Role and ends of a message, or of an item. Source: OpenAI cookbook, "How to count tokens with tiktoken": 3 or 4. */
const MESSAGE_TOKENS = 8;
const TOOL_TOKENS = 16;

/**
 * Tokens around what a request says, which are in none of its texts. Measured on 293 requests that pydantic-ai has
 * recorded at OpenAI (4fda3898, 2026-08-23): no count of texts and frame was below the reported one.
 */
export function frameOf({ messages, input, tools, functions }: JsonObject): number {
  const said = [...listOf(messages), ...listOf(input)];
  const inInput = said.flatMap((item) => (isObject(item) ? listOf(item['tools']) : []));
  const count = listOf(tools).length + listOf(functions).length + inInput.length;
  const told = count > 0 ? TOOLS_TOKENS + count * TOOL_TOKENS : 0;
  return HEADER_TOKENS + Math.max(1, said.length) * MESSAGE_TOKENS + told;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
