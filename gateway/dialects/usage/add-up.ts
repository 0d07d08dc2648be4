import type { TokenUsage } from '../../domain/usage.ts';

/** What a usage in OpenAI's shape says, before it is known whether its parts lie within its totals. */
export interface SaidTokens {
  readonly input: number;
  readonly output: number;
  /** Of both; undefined where it is not said. */
  readonly total: number | undefined;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  /** Input that is not text, cached or not. */
  readonly media: number;
  /** What the output is made of, beside plain text: shares that do not overlap. */
  readonly made: readonly number[];
}

/**
 * The true totals of a usage. The protocol has every part within its total, and some servers count the cached part of
 * the input or the thoughts beside it: then a part is larger than its whole, or the total of both has just that much
 * more. Where only one reading is possible it is taken; where there are several the dearest, and it is suspect.
 */
export function addUp(said: SaidTokens): Pick<TokenUsage, 'input' | 'output' | 'suspect'> {
  const { cacheRead, cacheWrite, media, made } = said;
  const total = said.total ?? 0;
  const cached = cacheRead + cacheWrite;
  const shares = made.reduce((sum, share) => sum + share, 0);
  const beyond = total - said.input - said.output;
  const besideByTotal = cached > 0 && beyond === cached && beyond !== shares;
  const read = said.input + (cached > said.input || besideByTotal ? cached : 0);
  const input = read + (media > read ? media : 0);
  const rest = total - read - said.output;
  const output = said.output + Math.max(0, rest, shares > said.output ? shares : 0);
  const unclear =
    media > read ||
    (cached > said.input && !besideByTotal && !allBeside([cacheRead, cacheWrite], said.input)) ||
    (shares > said.output && rest !== shares && !allBeside(made, said.output));
  if (input === 0) return { input, output, suspect: 'zero-input' };
  return unclear ? { input, output, suspect: 'share-above-whole' } : { input, output };
}

/** True where each of the parts is beside the whole for sure: it is alone, or larger than all of it. */
function allBeside(parts: readonly number[], whole: number): boolean {
  const some = parts.filter((part) => part > 0);
  return some.length === 1 || some.every((part) => part > whole);
}

/** How many cached tokens are of another kind than text: as few as can be, because what is not cached is dearer. */
export function overlapOf(input: number, cached: number, media: number): number {
  return Math.min(cached, Math.max(0, cached + media - input));
}
