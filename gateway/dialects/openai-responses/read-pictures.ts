import { NO_USAGE } from '../../domain/usage.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../json/read-json.ts';
import { partsOf, withoutZeros } from '../openai-chat/read-usage.ts';
import { READ_TOKENS, TOOL_MODEL, tokensOfPicture } from '../openai-pictures.ts';
import { pictureModelOf } from './picture-tool.ts';

type Pictures = Pick<TokenUsage, 'others' | 'suspect'>;

/**
 * The usage of the model that drew pictures for a response: by the provider's own count of its tokens; where there is
 * none, the most that pictures of their sizes have. Source: OpenAI API reference, "tool_usage.image_gen".
 * @param drawn the pictures in its output, or in its stream
 */
export function readPictures(
  { tools, tool_usage: usage }: JsonObject,
  ask: Pick<Ask, 'others'>,
  drawn: readonly JsonObject[],
): Pictures {
  const asked = ask.others?.find(({ kind }) => kind === 'picture')?.model;
  const model = namedIn(tools) ?? asked ?? TOOL_MODEL;
  const counted = isObject(usage) ? readCounted(usage['image_gen']) : undefined;
  if (counted && counted.input + counted.output > 0) return { others: [{ model, usage: counted }] };
  if (drawn.length === 0) return {};
  const output = drawn.reduce((sum, picture) => sum + tokensOfPicture(model, picture), 0);
  const most = { ...NO_USAGE, input: drawn.length * READ_TOKENS, output, parts: { outputImage: output } };
  return { others: [{ model, usage: most }], suspect: 'uncounted-pictures' };
}

/** The model that the reply itself names for the tool: it may leave it out where the request did. */
function namedIn(tools: unknown): string | undefined {
  const named = pictureModelOf(tools);
  return named === TOOL_MODEL ? undefined : named;
}

function readCounted(counts: unknown): TokenUsage | undefined {
  if (!isObject(counts)) return undefined;
  const [input, output] = [readCount(counts['input_tokens']), readCount(counts['output_tokens'])];
  if (input === undefined || output === undefined) return undefined;
  const cacheRead = Math.min(input, partsOf(counts)('cached_tokens'));
  const written = partsOf(counts['output_tokens_details'])('text_tokens');
  const parts = withoutZeros({
    inputImage: Math.min(input, partsOf(counts['input_tokens_details'])('image_tokens')),
    cacheReadImage: Math.min(cacheRead, partsOf(counts['cached_tokens_details'])('cached_image_tokens')),
    outputImage: Math.max(0, output - written),
  });
  return { ...NO_USAGE, input, cacheRead, output, ...(parts && { parts }) };
}
