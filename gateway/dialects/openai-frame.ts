import type { JsonObject } from './dialect.ts';
import { showsAllOutput } from './openai-models.ts';
import { isObject } from './json/read-json.ts';

/**
 * The provider's own instructions before everything else: the model's name, the day, its channels; in the Responses API
 * more. Seen: 18 at o1-mini, 14 at o3-mini, 11 at gpt-4o in chat; 65 at o3-mini and 29 at gpt-4o in responses.
 */
const HEADER_TOKENS = { plain: 32, reasons: 64, responses: 96 } as const;
/**
 * The provider's own instructions about tools as such. Seen: 24 at gpt-4o in chat, 117 at gpt-5; 244 at gpt-4o in
 * responses.
 */
const TOOLS_TOKENS = { plain: 40, reasons: 192, responses: 288 } as const;
/** Role and ends of a message, or of an item. Source: OpenAI cookbook, "How to count tokens with tiktoken": 3 or 4. */
const MESSAGE_TOKENS = 6;
/** Between two declarations; declarations have more tokens in our words than in the provider's. */
const TOOL_TOKENS = 2;

/**
 * Tokens around what a request says, which are in none of its texts. Measured on 293 requests that pydantic-ai has
 * recorded at OpenAI (4fda3898, 2026-08-23): no count of texts and frame was below the reported one.
 */
export function frameOf({ messages, input, tools, functions }: JsonObject, model: string): number {
  const conversation = [...listOf(messages), ...listOf(input)];
  const inInput = conversation.flatMap((item) => (isObject(item) ? listOf(item['tools']) : []));
  const count = listOf(tools).length + listOf(functions).length + inInput.length;
  const kind = !Array.isArray(messages) ? 'responses' : showsAllOutput(model) ? 'plain' : 'reasons';
  const toolTokens = count > 0 ? TOOLS_TOKENS[kind] + count * TOOL_TOKENS : 0;
  return HEADER_TOKENS[kind] + Math.max(1, conversation.length) * MESSAGE_TOKENS + toolTokens;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
