import { limitsFrom } from '../../domain/model/limits-table.ts';
import type { LimitsRow } from '../../domain/model/limits-table.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';

/**
 * The window without the header that asks for a larger one. Sources: platform.claude.com/docs, "Models overview" and
 * the page of each model, as of 2026-11; for retired ones "Legacy models" and models.dev, at f3fc692 of 2026-07-02.
 */
const ROWS: readonly LimitsRow[] = [
  ['claude-fable-5 claude-fable-5-1 claude-fable-5-2', 1_000_000, 128_000],
  ['claude-mythos-5 claude-mythos-5-1 claude-mythos-5-2', 1_000_000, 128_000],
  ['claude-opus-5 claude-opus-5-5 claude-sonnet-5 claude-sonnet-5-5 claude-haiku-5-5', 1_000_000, 128_000],
  ['claude-opus-4-6 claude-opus-4-7 claude-opus-4-8 claude-sonnet-4-6', 1_000_000, 128_000],
  ['claude-opus-4-5 claude-sonnet-4-5 claude-haiku-4-5', 200_000, 64_000],
  ['claude-sonnet-4 claude-sonnet-4-0', 200_000, 64_000],
  // With the header "output-128k-2025-02-19" it writes twice as much as without.
  ['claude-3-7-sonnet', 200_000, 128_000],
  ['claude-opus-4 claude-opus-4-0 claude-opus-4-1', 200_000, 32_000],
  ['claude-3-5-sonnet claude-3-5-haiku', 200_000, 8_192],
  ['claude-3-opus claude-3-sonnet claude-3-haiku claude-2-1', 200_000, 4_096],
  ['claude-2 claude-2-0 claude-instant-1 claude-instant-1-2', 100_000, 4_096],
];

const find = limitsFrom(ROWS);

/** Others write versions with a dot where Anthropic writes a hyphen, or before the size: `claude-4.5-opus`. */
export function anthropicLimits(model: string): ModelLimits | undefined {
  const name = model.replaceAll('.', '-');
  return find(name) ?? find(name.replace(/^claude-(\d(?:-\d)?)-(opus|sonnet|haiku)(?=-|$)/, 'claude-$2-$1'));
}
