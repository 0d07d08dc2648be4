import { limitsFrom } from '../../domain/model/limits-table.ts';

/**
 * Sources: console.groq.com/docs/models, "Max completion tokens", through models.dev, at f3fc692 of 2026-07-02 and as
 * of 2026-11-20; for the previews of 2024 through the price list of litellm, as of 2025-09.
 */
export const groqLimits = limitsFrom([
  ['llama-3.1-8b-instant', 131_072, 131_072],
  ['openai/gpt-oss-120b openai/gpt-oss-20b openai/gpt-oss-safeguard-20b', 131_072, 65_536],
  ['qwen/qwen3-32b', 131_072, 40_960],
  ['llama-3.3-70b-versatile llama-3.1-70b-versatile', 131_072, 32_768],
  ['qwen/qwen3.6-27b qwen/qwen3.8-27b moonshotai/kimi-k2-instruct qwen-qwq-32b', 131_072, 16_384],
  ['moonshotai/kimi-k2-instruct-0905', 262_144, 16_384],
  ['groq/compound groq/compound-mini compound-beta compound-beta-mini', 131_072, 8_192],
  // Two catalogs differ; the larger.
  ['deepseek-r1-distill-llama-70b', 131_072, 131_072],
  ['meta-llama/llama-4-maverick-17b-128e-instruct meta-llama/llama-4-scout-17b-16e-instruct', 131_072, 8_192],
  ['meta-llama/llama-guard-4-12b', 131_072, 1_024],
  ['mistral-saba-24b mixtral-8x7b-32768', 32_768, 32_768],
  ['llama-3.2-1b-preview llama-3.2-3b-preview llama-3.2-11b-text-preview llama-3.2-11b-vision-preview', 131_072, 8_192],
  ['llama-3.2-90b-text-preview llama-3.2-90b-vision-preview', 131_072, 8_192],
  ['gemma-7b-it gemma2-9b-it gemma2-9b llama-guard-3-8b llama3-70b-8192 llama3-8b-8192', 8_192, 8_192],
  ['llama3-groq-70b-8192-tool-use-preview llama3-groq-8b-8192-tool-use-preview', 8_192, 8_192],
  ['llama-3.3-70b-specdec llama-3.1-405b-reasoning', 8_192, 8_192],
  ['allam-2-7b llama2-70b-4096', 4_096, 4_096],
]);
