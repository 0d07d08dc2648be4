import { limitsFrom } from '../../domain/model/limits-table.ts';
import type { LimitsRow } from '../../domain/model/limits-table.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';

/**
 * xAI sets no limit of its own on an answer: it may fill what the prompt has left of the window, and catalogs that name
 * a smaller figure contradict each other. Sources: docs.x.ai, "Models", and runware.ai/docs/models/xai-grok-4-7 ("no
 * fixed output limit"), as of 2026-11; windows of older models: models.dev, at f3fc692 of 2026-07-02 and before.
 */
const ROWS: readonly LimitsRow[] = [
  ['grok-4.7 grok-4.6 grok-4.5 grok-latest', 500_000, 500_000],
  ['grok-4.3 grok-4.20 grok-4.20-multi-agent grok-4.20-0309-reasoning', 1_000_000, 1_000_000],
  ['grok-4.20-0309-non-reasoning grok-4.20-multi-agent-0309', 1_000_000, 1_000_000],
  ['grok-4-fast grok-4-fast-reasoning grok-4-fast-non-reasoning', 2_000_000, 2_000_000],
  ['grok-4-1-fast grok-4-1-fast-reasoning grok-4-1-fast-non-reasoning', 2_000_000, 2_000_000],
  ['grok-4 grok-4-0709 grok-code-fast grok-code-fast-1 grok-code-fast-1-0825 grok-build-0.1', 256_000, 256_000],
  ['grok-3 grok-3-beta grok-3-fast grok-3-fast-beta', 131_072, 131_072],
  ['grok-3-mini grok-3-mini-beta grok-3-mini-fast grok-3-mini-fast-beta', 131_072, 131_072],
  ['grok-2 grok-2-1212 grok-beta', 131_072, 131_072],
  ['grok-2-vision grok-2-vision-1212', 32_768, 32_768],
];

const find = limitsFrom(ROWS);

/** Its names may stand behind its own. */
export function xaiLimits(model: string): ModelLimits | undefined {
  return find(model.replace(/^x-ai\//, ''));
}
