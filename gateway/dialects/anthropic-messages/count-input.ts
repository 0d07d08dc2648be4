import type { AskProvider, Call, JsonObject } from '../dialect.ts';
import { namesAddress } from '../names-address.ts';
import { isObject, pick, readCount } from '../json/read-json.ts';

/** The fields that the count endpoint takes. Source: Anthropic API reference, "Count tokens in a Message". */
const FIELDS = [
  'model',
  'messages',
  'system',
  'tools',
  'tool_choice',
  'thinking',
  'context_management',
  'output_config',
] as const;
/** The page calls its figure an estimate that may differ by a small amount. */
const MARGIN = 1.02;
const MARGIN_TOKENS = 200;

/** Asks the provider's free count endpoint. @returns undefined when it does not answer */
export async function countAnthropicInput({ body }: Call, askProvider: AskProvider): Promise<number | undefined> {
  const counted = pick(withoutServers(body), FIELDS);
  if (namesAddress(counted)) return undefined;
  const reply = await askProvider('messages/count_tokens', counted);
  const tokens = readCount(reply?.['input_tokens']);
  return tokens === undefined ? undefined : Math.ceil(tokens * MARGIN) + MARGIN_TOKENS;
}

/** An MCP server may name other tools when it is asked again, so those are not counted but held for. */
function withoutServers(body: JsonObject): JsonObject {
  const { tools } = body;
  if (!Array.isArray(tools)) return body;
  return { ...body, tools: tools.filter((tool) => !isObject(tool) || tool['type'] !== 'mcp_toolset') };
}
