import { setImmediate } from 'node:timers/promises';
import type { AskFault, Ask, Call, JsonObject } from './dialect.ts';
import { byteLengthOf } from './read-json.ts';

/** Splitting a text into tokens takes quadratic time where it has no spaces; beyond this, such a run counts as its bytes. */
const LONGEST_RUN = 2_000;
/** So much is counted at a time, so that a revoke is heard in between. */
const SLICE = 65_536;
const RUN = new RegExp(`\\S{${LONGEST_RUN + 1},}`, 'g');
/** Providers put text around what they are sent, and vocabularies of new models differ a little from the last one known. */
const MARGIN = 1.05;

type Count = (text: string) => number;

/** The tokenizer of a model. Loaded when it is first needed: its tables take 30 MB. @returns undefined for models of other makers */
async function loadTokenizer(model: string): Promise<Count | undefined> {
  const plain = { disallowedSpecial: new Set<string>() };
  if (/^gpt-(4|3\.5)(-|$)/.test(model)) {
    const { countTokens } = await import('gpt-tokenizer/encoding/cl100k_base');
    return (text) => countTokens(text, plain);
  }
  if (/^(gpt-|o\d|chatgpt-|codex-)/.test(model)) {
    const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
    return (text) => countTokens(text, plain);
  }
  return undefined;
}

/** How many tokens a text has for a model of OpenAI's, with a margin. @returns undefined for models of other makers */
export async function countTokens(text: string, model: string): Promise<number | undefined> {
  const count = await loadTokenizer(model);
  if (!count) return undefined;
  let total = 0;
  for (const slice of slicesOf(text)) {
    total += slice.isRun ? Buffer.byteLength(slice.text) : Math.min(Buffer.byteLength(slice.text), Math.ceil(count(slice.text) * MARGIN));
    await setImmediate();
  }
  return total;
}

/** Pieces that end at a space where there is one; what has none for long is a run of its own. */
function* slicesOf(text: string): Generator<{ readonly text: string; readonly isRun: boolean }> {
  let start = 0;
  for (const run of text.matchAll(RUN)) {
    yield* even(text.slice(start, run.index));
    yield { text: run[0], isRun: true };
    start = run.index + run[0].length;
  }
  yield* even(text.slice(start));
}

function* even(text: string): Generator<{ readonly text: string; readonly isRun: boolean }> {
  for (let start = 0; start < text.length; ) {
    let end = start + SLICE;
    while (end < text.length && !/\s/.test(text.charAt(end))) end += 1;
    yield { text: text.slice(start, end), isRun: false };
    start = end;
  }
}

/**
 * Counts the input of a JSON request with the model's tokenizer, in place of its bytes. JSON needs more tokens than what
 * it says, and everything in it that is no text has the bound it had before.
 */
export async function countByTokenizer(readAsk: (call: Call) => Ask | AskFault, call: Call): Promise<number | undefined> {
  const ask = readAsk(call);
  if ('fault' in ask) return undefined;
  const { text, inlineBytes } = withoutInline(call.body);
  const tokens = await countTokens(text, ask.model);
  const counted = tokens === undefined ? undefined : readAsk({ ...call, byteLength: tokens + inlineBytes });
  return counted && !('fault' in counted) ? counted.inputBound : undefined;
}

/** What may be pixels or sound is taken off by its bytes later, so its bytes are what is counted of it: padding has few tokens. */
function withoutInline(body: JsonObject): { readonly text: string; readonly inlineBytes: number } {
  let inlineBytes = 0;
  const text = JSON.stringify(body, (key, value: unknown) => {
    if (typeof value !== 'string' || !(key === 'data' || value.startsWith('data:'))) return value;
    inlineBytes += byteLengthOf(value);
    return '';
  });
  return { text, inlineBytes };
}
