/**
 * The most tokens a second that one stream can make, reasoning included. Published speeds are the median of
 * measurements, so the figures in the records are well above them. Ordinary speeds are 74 (GLM-5.3) to 131 (GPT-6
 * Luna). Source: artificialanalysis.ai, "API providers", 2026-11.
 */
export const ORDINARY_PACE = (): number => 400;
/** The pace of servers that nobody has measured, or that may route to anyone. */
export const UNKNOWN_PACE = (): number => Infinity;

/**
 * gpt-5.3-codex-spark: "more than 1,000" (openai.com, 2026-02). GPT-5.6 Sol on Cerebras: "up to 750" (openai.com,
 * 2026-06), and no source says which of its successors run there. A prediction makes older models several times as fast
 * (OpenAI, "Predicted Outputs"). Every other one: GPT-6 Luna's 131, 2.5 times that in fast mode, and room
 * (openai.com/api-fast-mode, 2026-11).
 */
export function openAiPace(model: string): number {
  if (/-spark(-|$)/.test(model)) return 3_000;
  if (/-(sol|astra)(-|$)|^gpt-5[.-]6(-\d|$)/.test(model)) return 1_500;
  return /^(ft:)?gpt-4(o|\.1)/.test(model) ? 1_000 : 600;
}
