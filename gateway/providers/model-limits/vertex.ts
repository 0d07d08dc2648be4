import { geminiLimits } from '../../dialects/gemini/model-limits.ts';
import { limitsFrom } from '../../domain/model/limits-table.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';
import { anthropicLimits } from './anthropic.ts';

/** Models of others that Google serves. Source: models.dev, google-vertex, at f3fc692 of 2026-07-02. */
const find = limitsFrom([
  ['deepseek-ai/deepseek-v3.1-maas', 163_840, 32_768],
  ['deepseek-ai/deepseek-v3.2-maas', 163_840, 65_536],
  ['meta/llama-3.3-70b-instruct-maas', 128_000, 8_192],
  ['meta/llama-4-maverick-17b-128e-instruct-maas', 524_288, 8_192],
  ['moonshotai/kimi-k2-thinking-maas', 262_144, 262_144],
  ['openai/gpt-oss-120b-maas openai/gpt-oss-20b-maas', 131_072, 32_768],
  ['qwen/qwen3-235b-a22b-instruct-2507-maas', 262_144, 16_384],
  ['zai-org/glm-4.7-maas', 200_000, 128_000],
  ['zai-org/glm-5-maas', 202_752, 131_072],
]);

/** The published maxima of a model at Vertex AI; those of Gemini and Claude are their vendors' own. */
export function vertexLimits(model: string): ModelLimits | undefined {
  const name = model.replace(/^(google|anthropic)\//, '');
  return name.startsWith('claude') ? anthropicLimits(name) : (find(name) ?? geminiLimits(name));
}
