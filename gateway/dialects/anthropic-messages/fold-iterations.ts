import { addCounts, NO_USAGE } from '../../domain/usage.ts';
import type { OtherUsage, TokenUsage } from '../../domain/usage.ts';
import { isObject } from '../json/read-json.ts';
import { servedModel } from '../usage/served-model.ts';
import { readAnthropicUsage } from './read-usage.ts';

/** One sampling pass as a reply lists it. */
interface Pass {
  readonly type: unknown;
  readonly model: string | undefined;
  readonly usage: TokenUsage;
}

interface Folded {
  readonly usage: TokenUsage;
  readonly others: readonly OtherUsage[];
  /** The model that wrote the reply, where the list says so. */
  readonly model?: string;
}

/**
 * Reads the passes in `usage.iterations` that the top-level figures leave out: compactions, advisers,
 * and the attempts of models for which another one stepped in. Each pass is billed at the price of its own model; an
 * attempt that declined before it wrote anything is not billed. Source: platform.claude.com (2026-08-22), "Compaction:
 * understanding usage", "Advisor tool: usage and billing", "Refusals and fallback: how server-side fallback is billed".
 * @param top the top-level figures so far
 * @param lastReport the figures beside the list, read alone: the beginning of a stream may have counted a conversation
 * that was shortened since; undefined where they leave something out
 * @param model the reply's own
 * @returns undefined for a list that nobody can read
 */
export function foldIterations(
  top: TokenUsage,
  lastReport: TokenUsage | undefined,
  iterations: unknown,
  model: string | undefined,
): Folded | undefined {
  if (iterations === undefined || iterations === null) return { usage: top, others: [] };
  if (!Array.isArray(iterations)) return undefined;
  const passes = iterations.map(readPass);
  if (!passes.every((pass) => pass !== undefined)) return undefined;
  const advised = passes.filter(({ type }) => type === 'advisor_message');
  const own = passes.filter(({ type }) => type !== 'advisor_message');
  const advice = sumByModel(advised, () => undefined, restOf(top));
  if (advice === undefined) return undefined;
  const last = own.findLast(({ type }) => type === 'fallback_message');
  if (!last) return { usage: addCompactions(top, lastReport, own), others: advice };
  return foldFallback(top, own, last.model ?? model, advice);
}

/** Without another model, the top-level figures are the sum of all passes but those that shortened the conversation. */
function addCompactions(top: TokenUsage, lastReport: TokenUsage | undefined, passes: readonly Pass[]): TokenUsage {
  const sumOf = (some: readonly Pass[]): TokenUsage => some.reduce((sum, { usage }) => addUsage(sum, usage), NO_USAGE);
  const listed = sumOf(passes.filter(({ type }) => type === 'message'));
  const alone = passes.length > 0 ? (lastReport ?? listed) : top;
  const base = sizeOf(listed) > sizeOf(alone) ? listed : alone;
  const { suspect: _earlier, ...rest } = top;
  const suspect = alone.suspect === undefined ? {} : { suspect: alone.suspect };
  return addUsage({ ...rest, ...countsOf(base), ...suspect }, sumOf(passes.filter(({ type }) => type !== 'message')));
}

/** Where another model stepped in, the top-level figures are those of one attempt, with traces of the one before. */
function foldFallback(
  top: TokenUsage,
  passes: readonly Pass[],
  serving: string | undefined,
  advice: readonly OtherUsage[],
): Folded | undefined {
  // A pass that shortened the conversation names no model: it was made for the one that goes on from there.
  const goesOn = (index: number): string | undefined =>
    passes.slice(index).find(({ model }) => model !== undefined)?.model ?? serving;
  const tried = sumByModel(passes, goesOn, top);
  if (tried === undefined) return undefined;
  const own = tried.find(({ model }) => isSame(model, serving));
  const declined = tried.filter((attempt) => attempt !== own && attempt.usage.output > 0);
  // The top-level figures for lifetimes may be left over from the attempt before.
  const { suspect: _stale, ...rest } = top;
  const usage = own ? { ...rest, ...countsOf(own.usage) } : top;
  return { usage, others: [...declined, ...advice], ...servedModel(serving) };
}

/** @returns undefined where a pass names no model and none can be inferred */
function sumByModel(
  passes: readonly Pass[],
  modelOf: (index: number) => string | undefined,
  { tier }: Pick<TokenUsage, 'tier'>,
): readonly OtherUsage[] | undefined {
  const sums: OtherUsage[] = [];
  for (const [index, pass] of passes.entries()) {
    const model = pass.model ?? modelOf(index);
    if (model === undefined) return undefined;
    const at = sums.findIndex((known) => isSame(known.model, model));
    const known = sums[at];
    const counts = known ? addUsage(known.usage, pass.usage) : pass.usage;
    const usage = { ...counts, ...(tier === undefined ? {} : { tier }) };
    if (known) sums[at] = { model: known.model, usage };
    else sums.push({ model, usage });
  }
  return sums;
}

function readPass(entry: unknown): Pass | undefined {
  if (!isObject(entry)) return undefined;
  const usage = readAnthropicUsage(entry);
  return usage && { type: entry['type'], model: servedModel(entry['model']).model, usage };
}

/** An adviser has no fast form; where the request is served counts for it too. */
function restOf({ tier }: TokenUsage): Pick<TokenUsage, 'tier'> {
  const names = tier?.split('+').filter((name) => name !== 'fast') ?? [];
  return names.length > 0 ? { tier: names.join('+') } : {};
}

/** A name and the same with the date of its version. */
function isSame(left: string, right: string | undefined): boolean {
  const plain = (name: string | undefined): string | undefined => name?.replace(/-\d{8}$/, '');
  return plain(left) === plain(right);
}

function countsOf({ input, cacheRead, cacheWrite, cacheWriteHour, output }: TokenUsage): TokenUsage {
  return { input, cacheRead, cacheWrite, cacheWriteHour, output };
}

function sizeOf({ input, output }: TokenUsage): number {
  return input + output;
}

function addUsage(left: TokenUsage, right: TokenUsage): TokenUsage {
  return { ...left, ...addCounts(left, right) };
}
