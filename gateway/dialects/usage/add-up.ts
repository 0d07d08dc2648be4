import type { TokenUsage } from '../../domain/usage.ts';

/** A usage in OpenAI's shape as it is reported: its parts may lie within its totals, or beside them. */
export interface ReportedTokens {
  readonly input: number;
  readonly output: number;
  /** Input and output; undefined where it is not reported. */
  readonly total: number | undefined;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  /** Input that is not text, cached or not. */
  readonly media: number;
  /** Parts of the output beside plain text (thoughts, sound): shares that do not overlap. */
  readonly shares: readonly number[];
}

/**
 * The true totals of a usage. The protocol has every part within its total, and some servers count the cached part of
 * the input or the thoughts beside it: then a part is larger than its whole, or the total of both has just that much
 * more. Where only one reading is possible it is taken; where there are several the dearest, and it is suspect.
 */
export function addUp(reported: ReportedTokens): Pick<TokenUsage, 'input' | 'output' | 'suspect'> {
  const total = reported.total ?? 0;
  const read = addCached(reported, total);
  const input = read.input + (reported.media > read.input ? reported.media : 0);
  const written = addShares(reported, total - read.input - reported.output);
  const { output } = written;
  if (input === 0) return { input, output, suspect: 'zero-input' };
  const isUnclear = reported.media > read.input || read.isUnclear || written.isUnclear;
  return isUnclear ? { input, output, suspect: 'share-above-whole' } : { input, output };
}

/** The input with its cached part, which some servers count beside it. */
function addCached({ input, output, cacheRead, cacheWrite, shares }: ReportedTokens, total: number) {
  const cached = cacheRead + cacheWrite;
  const excess = total - input - output;
  const isExclusiveByTotal = cached > 0 && excess === cached && excess !== sum(shares);
  const isLarger = cached > input;
  return {
    input: input + (isLarger || isExclusiveByTotal ? cached : 0),
    isUnclear: isLarger && !isExclusiveByTotal && !areExclusive([cacheRead, cacheWrite], input),
  };
}

/** The output with its shares, which some servers count beside it. @param rest of the total, after input and output */
function addShares({ output, shares }: ReportedTokens, rest: number) {
  const all = sum(shares);
  const isLarger = all > output;
  return {
    output: output + Math.max(0, rest, isLarger ? all : 0),
    isUnclear: isLarger && rest !== all && !areExclusive(shares, output),
  };
}

/** True where each of the parts is beside the whole for sure: it is alone, or larger than all of it. */
function areExclusive(parts: readonly number[], whole: number): boolean {
  const some = parts.filter((part) => part > 0);
  return some.length === 1 || some.every((part) => part > whole);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The cached tokens of another kind than text: as few as can be, because tokens that are not cached are dearer. */
export function overlapOf(input: number, cached: number, media: number): number {
  return Math.min(cached, Math.max(0, cached + media - input));
}
