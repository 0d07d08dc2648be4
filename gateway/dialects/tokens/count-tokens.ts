import type { Ask, AskFault, Call, CountTokens, JsonObject } from '../dialect.ts';
import { frameOf } from '../openai-frame.ts';
import { FRAME_TOKENS } from '../openai-models.ts';
import { isDeeperThan } from '../json/nesting.ts';
import { byteLengthOf, isObject } from '../json/read-json.ts';
import { toolText } from './tool-text.ts';

/** Vocabularies of new models differ a little from the last one known. */
const MARGIN = 1.02;

/**
 * Counts the input of a JSON request with the model's vocabulary, in place of its bytes. Everything in it that is no
 * text has the bound it had before.
 */
export async function countByTokenizer(
  readAsk: (call: Call) => Ask | AskFault,
  call: Call,
  countTokens: CountTokens,
): Promise<number | undefined> {
  const ask = readAsk(call);
  if ('fault' in ask) return undefined;
  const { text, inlineBytes } = textOf(call.body);
  const tokens = await countTokens(text, ask.model);
  if (tokens === undefined) return undefined;
  // In place of the frame that goes with bytes.
  const framed = Math.ceil(tokens * MARGIN) + frameOf(call.body, ask.model) - FRAME_TOKENS;
  const counted = readAsk({ ...call, byteLength: framed + inlineBytes });
  return 'fault' in counted ? undefined : counted.inputBound;
}

/** Fields that the provider puts into words of its own, which have fewer tokens than their JSON. */
const REPHRASED = new Set(['tools', 'functions', 'response_format', 'format']);
/** No schema has more levels; one that has cannot be written. */
const MOST_LEVELS = 200;

/**
 * The text that a model reads of a request: texts as they are and not as JSON spells them, each with its name; tools as
 * declarations, schemas as JSON. Possible pixels and sound are left out and count as their bytes, which are subtracted
 * later.
 */
function textOf(body: JsonObject): { readonly text: string; readonly inlineBytes: number } {
  const lines: string[] = [];
  let inlineBytes = 0;
  /** One look for the whole body: at each of its levels anew it would take the square of the time. */
  const isShallow = !isDeeperThan(body, MOST_LEVELS);
  const pending: (readonly [name: string, value: unknown])[] = [['', body]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [name, value] = next;
    if (typeof value === 'string' && (name === 'data' || value.startsWith('data:'))) inlineBytes += byteLengthOf(value);
    else if (typeof value === 'string') lines.push(`${name} ${value}`);
    else if (isShallow && name === 'tools' && Array.isArray(value)) {
      lines.push(
        ...value.map((tool: unknown) => (isObject(tool) ? toolText(tool) : undefined) ?? JSON.stringify(tool)),
      );
    } else if (typeof value !== 'object' || value === null || (isShallow && REPHRASED.has(name))) {
      lines.push(`${name} ${JSON.stringify(value)}`);
    } else {
      lines.push(name);
      // Every item of a list follows its number: some tokens more than there are.
      for (const one of Object.entries(value).toReversed()) pending.push(one);
    }
  }
  return { text: lines.join('\n'), inlineBytes };
}
