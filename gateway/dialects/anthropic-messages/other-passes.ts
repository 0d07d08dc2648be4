import type { CacheWrites } from '../../domain/usage.ts';
import type { AskFault, JsonObject, OtherPass } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { LARGEST_WINDOW } from './server-tools/bound-tools.ts';

/** Where the provider itself chooses. Not published; seen to step in for Fable 5 and 5.1 and for Opus 5.5. */
const CHOSEN_BY_PROVIDER = 'claude-opus-4-8';
/**
 * From so many tokens on a conversation is shortened, and the fewest that may be set.
 * Source: platform.claude.com (2026-08), "Compaction: parameters".
 */
const TRIGGER = 150_000;
const LEAST_TRIGGER = 50_000;

/** The tokens that a request reads and writes in its own pass. */
interface Own {
  readonly model: string;
  /** In one round, and in all of them; undefined where only the window bounds it. */
  readonly input: number | undefined;
  readonly rounds: number;
  readonly output: number;
  readonly cacheWrites: CacheWrites;
  readonly tier: string | undefined;
}

/** A model that steps in when the first one declines. */
export interface Fallback {
  readonly model: string;
  /** Its own limit on output, where it has one. */
  readonly output: number | undefined;
  readonly fast: boolean | undefined;
}

/** Reads which models may step in. Source: platform.claude.com, "Refusals and fallback" (2026-08). */
export function readFallbacks({ fallbacks }: JsonObject): readonly Fallback[] | AskFault {
  if (fallbacks === undefined || fallbacks === null) return [];
  if (fallbacks === 'default') return [{ model: CHOSEN_BY_PROVIDER, output: undefined, fast: undefined }];
  const read = Array.isArray(fallbacks) ? fallbacks.map(readFallback) : [undefined];
  if (read.every((one) => one !== undefined)) return read;
  return { fault: 'malformed', message: 'The field "fallbacks" must be "default" or a list that names models.' };
}

/** The provider reads everything once more and writes a summary. */
export function compactionsOf(body: JsonObject, own: Own): readonly OtherPass[] {
  const context = body['context_management'];
  const edits: readonly unknown[] = isObject(context) && Array.isArray(context['edits']) ? context['edits'] : [];
  const edit = edits.filter(isObject).find(({ type }) => typeof type === 'string' && type.startsWith('compact'));
  if (!edit) return [];
  const whole = own.input ?? LARGEST_WINDOW;
  const trigger = triggerOf(edit);
  if (whole < trigger) return [];
  // Each round may set it off again once so much has been added.
  const times = Math.min(own.rounds, own.rounds === 1 ? 1 : Math.ceil(whole / trigger) + 1);
  const input = Math.min(whole, LARGEST_WINDOW);
  return Array.from({ length: times }, () => ({ kind: 'compaction', ...passOf(own, own.model, own.tier), input }));
}

/** Each of them reads everything and the output of the one before, and may write as much again. */
export function fallbackPasses(fallbacks: readonly Fallback[], own: Own): readonly OtherPass[] {
  return fallbacks.map(({ model, output, fast }) => {
    const tier = withSpeed(own.tier, fast);
    const input = Math.min((own.input ?? LARGEST_WINDOW) + own.output, LARGEST_WINDOW) * own.rounds;
    return { kind: 'fallback', ...passOf(own, model, tier), input, output: output ?? own.output };
  });
}

type Pass = Omit<OtherPass, 'kind' | 'input'>;

function passOf({ output, cacheWrites }: Own, model: string, tier: string | undefined): Pass {
  return { model, output, cacheWrites, ...(tier === undefined ? {} : { tier }) };
}

function triggerOf({ trigger }: JsonObject): number {
  const value = isObject(trigger) ? trigger['value'] : TRIGGER;
  return typeof value === 'number' && value > LEAST_TRIGGER ? value : LEAST_TRIGGER;
}

function withSpeed(tier: string | undefined, fast: boolean | undefined): string | undefined {
  if (fast === undefined) return tier;
  const others = tier?.split('+').filter((name) => name !== 'fast') ?? [];
  const names = fast ? ['fast', ...others] : others;
  return names.length > 0 ? names.join('+') : undefined;
}

function readFallback(entry: unknown): Fallback | undefined {
  if (!isObject(entry)) return undefined;
  const { model, speed, max_tokens: output } = entry;
  if (typeof model !== 'string' || model === '') return undefined;
  const isLimit = Number.isSafeInteger(output) && Number(output) >= 1;
  if (output !== undefined && output !== null && !isLimit) return undefined;
  const fast = speed === undefined ? undefined : speed !== 'standard' && speed !== null;
  return { model, output: typeof output === 'number' ? output : undefined, fast };
}
