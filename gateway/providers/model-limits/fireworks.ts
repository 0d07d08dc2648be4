import { limitsFrom } from '../../domain/model/limits-table.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';

/**
 * Sources: models.dev, at f3fc692 of 2026-07-02 and as of 2026-11-20, the larger where they differ, up to the window;
 * for retired models the price list of litellm, as of 2025-09.
 */
const find = limitsFrom([
  ['models/inkling models/kimi-k3 models/kimi-k3p1-pro routers/kimi-fast-latest', 1_048_576, 1_048_576],
  ['routers/kimi-k3-fast routers/kimi-k3-spot routers/kimi-k3-us routers/kimi-latest', 1_048_576, 1_048_576],
  ['models/ember-1 models/llama4-maverick-instruct-basic models/muse-spark-open', 1_048_576, 131_072],
  ['models/glm-5p2 routers/glm-5p2-fast routers/glm-5p2-fast-us', 1_048_575, 131_072],
  ['models/glm-5p3 routers/glm-5p3-spot routers/glm-latest', 1_048_573, 262_144],
  ['models/glm-5p3-flash routers/glm-flash-latest', 1_048_573, 131_072],
  ['routers/glm-5p3-fast routers/glm-fast-latest', 1_048_572, 262_144],
  ['models/minimax-m3p1-flash', 1_000_000, 512_000],
  ['models/deepseek-v4-flash models/deepseek-v4-flash-0731 models/deepseek-v4-pro', 1_000_000, 393_216],
  ['models/deepseek-v4p1-flash models/deepseek-v4p1-flash-1017 routers/deepseek-flash-latest', 1_000_000, 393_216],
  ['routers/deepseek-v4p1-flash-1017-spot routers/deepseek-v4p1-flash-1017-ultrafast', 1_000_000, 393_216],
  ['routers/deepseek-v4p1-flash-spot', 1_000_000, 393_216],
  ['models/minimax-m3 routers/minimax-latest', 512_000, 512_000],
  ['models/nemotron-lightning-3p5-30b-a3b', 262_144, 262_144],
  ['models/qwen3p8-2p4t-a95b models/qwen3p8-max routers/qwen-max-latest', 262_144, 131_072],
  ['models/nemotron-3-ultra-nvfp4', 262_144, 128_000],
  ['models/qwen3p6-plus models/qwen3p7-plus', 262_144, 65_536],
  ['models/kimi-k2p6 models/kimi-k2p7-code routers/kimi-k2p6-fast routers/kimi-k2p6-turbo', 262_000, 262_000],
  ['routers/kimi-k2p7-code-fast', 262_000, 262_000],
  ['models/kimi-k2-thinking models/kimi-k2p5 routers/kimi-k2p5-turbo', 256_000, 256_000],
  ['models/qwen3-coder-480b-a35b-instruct', 256_000, 32_768],
  ['models/glm-5p1 routers/glm-5p1-fast', 202_800, 131_072],
  ['models/glm-5', 202_752, 131_072],
  ['models/minimax-m2p1', 200_000, 200_000],
  ['models/glm-4p6 models/glm-4p7', 198_000, 198_000],
  ['models/minimax-m2p5 models/minimax-m2p7', 196_608, 196_608],
  ['models/minimax-m2', 192_000, 192_000],
  ['models/deepseek-r1-0528 models/deepseek-v3-0324 models/deepseek-v3p1', 163_840, 163_840],
  ['models/deepseek-v3p2', 160_000, 160_000],
  ['models/glm-4p5 models/glm-4p5-air models/gpt-oss-120b models/gpt-oss-20b', 131_072, 131_072],
  ['models/llama-v3p1-8b-instruct', 131_072, 131_072],
  ['models/kimi-k2-instruct models/qwen3-235b-a22b', 128_000, 16_384],
]);

/** Models of Fireworks' own account only: deployments of customers are not known here. */
export function fireworksLimits(model: string): ModelLimits | undefined {
  return model.startsWith(ACCOUNT) ? find(model.slice(ACCOUNT.length)) : undefined;
}

const ACCOUNT = 'accounts/fireworks/';
