import type { AskProvider, Call } from '../dialect.ts';
import { namesAddress } from '../names-address.ts';
import { pick, readCount } from '../json/read-json.ts';

/** The fields that the count endpoint takes. Source: Anthropic API reference, "Count tokens in a Message". */
const FIELDS = [
  'model',
  'messages',
  'system',
  'tools',
  'tool_choice',
  'thinking',
  'mcp_servers',
  'context_management',
  'output_config',
] as const;
/** The page calls its figure an estimate that may differ by a small amount. */
const MARGIN = 1.02;
const MARGIN_TOKENS = 200;

/** Asks the provider's free count endpoint. @returns undefined when it does not answer */
export async function countAnthropicInput({ body }: Call, askProvider: AskProvider): Promise<number | undefined> {
  if (namesAddress(body)) return undefined;
  const reply = await askProvider('messages/count_tokens', pick(body, FIELDS));
  const counted = readCount(reply?.['input_tokens']);
  return counted === undefined ? undefined : Math.ceil(counted * MARGIN) + MARGIN_TOKENS;
}
