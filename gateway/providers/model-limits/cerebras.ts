import { limitsFrom } from '../../domain/model/limits-table.ts';

/**
 * The limits of paid use; the free one has lower ones. Source: inference-docs.cerebras.ai, "Models", through
 * models.dev, at f3fc692 of 2026-07-02 and as of 2026-11-20. Models that were retired before have no published figure
 * any more.
 */
export const cerebrasLimits = limitsFrom([
  ['gpt-oss-120b qwen-3.8-27b gemma-4-31b zai-glm-4.7 zai-glm-4.6', 131_072, 40_960],
  ['qwen-3-235b-a22b-instruct-2507 qwen-3-235b-instruct qwen-3-coder-480b', 131_072, 32_768],
  ['llama3.1-8b', 32_768, 8_192],
  ['llama-3.3-70b qwen-3-32b', 131_072, undefined],
]);
