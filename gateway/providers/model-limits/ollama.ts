import { limitsFrom } from '../../domain/model/limits-table.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';

/**
 * The windows of models in Ollama's cloud, which are shared by input and answer. Source: ollama.com/library, as
 * published lists of its clients have them; 2026-09.
 */
const find = limitsFrom([
  ['deepseek-v4-flash deepseek-v4-pro deepseek-v4.1-flash glm-5.2 glm-5.3 glm-5.3-flash kimi-k3', 1_048_576, 1_048_576],
  ['minimax-m3', 512_000, 512_000],
  ['gemma4 kimi-k2.6 kimi-k2.7-code mistral-large-3 nemotron-3-nano nemotron-3-super', 262_144, 262_144],
  ['nemotron-3-ultra qwen3.5', 262_144, 262_144],
  ['glm-5.1', 202_752, 202_752],
  ['minimax-m2.7', 196_608, 196_608],
  ['gpt-oss:20b gpt-oss:120b', 131_072, 131_072],
]);

/** Models of its cloud, with and without its mark and their size. Those on this machine cost nothing, however long. */
export function ollamaLimits(model: string): ModelLimits | undefined {
  const name = model.replace(/[:-]cloud$/, '');
  return find(name) ?? find(name.replace(/:.*$/, ''));
}
