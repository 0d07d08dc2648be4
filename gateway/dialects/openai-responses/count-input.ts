import { countByTokenizer } from '../tokens/count-tokens.ts';
import type { AskProvider, Call, CountTokens } from '../dialect.ts';
import { namesAddress } from '../names-address.ts';
import { readCount } from '../json/read-json.ts';
import { readPlainAsk } from './read-ask.ts';

/** The fields that the provider counts. Source: OpenAI API reference, "Get input token counts". */
const COUNTED = [
  'model',
  'input',
  'instructions',
  'previous_response_id',
  'parallel_tool_calls',
  'reasoning',
  'text',
  'tool_choice',
  'tools',
  'truncation',
] as const;

/** The same margin as for the counts of other providers: a figure before the request is no bill. */
const MARGIN = 1.02;
const MARGIN_TOKENS = 200;

/**
 * Counts the input of one round: with the tokenizer, or where the body only names things (a file, an earlier response),
 * by the provider. Conversations and addresses are not counted: both may change in the meantime.
 */
export async function countResponsesInput(
  call: Call,
  askProvider: AskProvider,
  countTokens: CountTokens,
): Promise<number | undefined> {
  const { body } = call;
  const counted = await countByTokenizer(readPlainAsk, call, countTokens);
  const isStored = [body['conversation'], body['prompt']].some((value) => value !== undefined && value !== null);
  if (counted !== undefined || isStored || namesAddress(body)) return counted;
  const asked = Object.fromEntries(
    COUNTED.filter((field) => body[field] !== undefined).map((field) => [field, body[field]]),
  );
  const reported = readCount((await askProvider('responses/input_tokens', asked))?.['input_tokens']);
  return reported === undefined ? undefined : Math.ceil(reported * MARGIN) + MARGIN_TOKENS;
}
