import { limitsFrom } from '../../domain/model/limits-table.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';
import { catalogueOf } from '../catalogue/catalogue.ts';

/** The longest thought of a model, which Model Studio counts beside the longest answer. */
const THOUGHT = 81_920;
const SHORT_THOUGHT = 38_912;
/** Published for qwen3.8-max; nothing is published for similar models, and no other model has a longer one. */
const LONG_THOUGHT = 262_144;

/**
 * Sources: alibabacloud.com/help/en/model-studio, "Models" (maximum output, maximum chain of thought), as of 2026-08,
 * and models.dev, at f3fc692 of 2026-07-02 and as of 2026-09-28; qwencloud.com/models/qwen3.8-max, as of 2026-08.
 */
const find = limitsFrom([
  ['qwen3.8-max qwen3.8-max-0902 qwen3.8-flash qwen3.7-max qwen3.7-plus', 1_000_000, 131_072 + LONG_THOUGHT],
  ['qwen3.6-plus qwen3.6-flash qwen3.5-plus qwen3.5-flash', 1_000_000, 65_536 + THOUGHT],
  ['qwen3.6-max-preview qwen3-max qwen3-max-preview', 262_144, 65_536 + THOUGHT],
  ['qwen3.6-27b qwen3.6-35b-a3b qwen3.5-27b qwen3.5-35b-a3b', 262_144, 65_536 + THOUGHT],
  ['qwen3.5-122b-a10b qwen3.5-397b-a17b', 262_144, 65_536 + THOUGHT],
  ['qwen-plus qwen-flash', 1_000_000, 32_768 + THOUGHT],
  ['qwen-turbo', 1_000_000, 16_384 + SHORT_THOUGHT],
  ['qwen3-vl-plus qwen3-vl-flash', 262_144, 32_768 + THOUGHT],
  ['qwen3-coder-plus', 1_048_576, 65_536],
  ['qwen3-coder-flash', 1_000_000, 65_536],
  ['qwen3-coder-480b-a35b-instruct qwen3-coder-30b-a3b-instruct', 262_144, 65_536],
  ['qwen-max', 32_768, 8_192],
  ['qwen-vl-max qwen-vl-plus', 131_072, 8_192],
  ['qwen3-next-80b-a3b-instruct', 131_072, 32_768],
  ['text-embedding-v3 text-embedding-v4', 8_192, 0],
]);

/** The catalogue has the longest answers alone: any model may think beside them. */
export function qwenLimits(model: string): ModelLimits | undefined {
  const known = find(model);
  if (known) return known;
  const listed = catalogueOf('alibaba', true).limitsOf(model);
  if (listed?.output === undefined) return listed;
  return { ...listed, output: Math.min(listed.output + LONG_THOUGHT, listed.context ?? Infinity) };
}
