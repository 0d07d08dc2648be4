import { limitsFrom } from '../../domain/model/limits-table.ts';

/**
 * Published as "1M" and "384K". The old names are served by the newest small model. Source: api-docs.deepseek.com,
 * "Models & pricing", as of 2026-11; for names that only the price library has, the same page as of 2025-12.
 */
export const deepseekLimits = limitsFrom([
  ['deepseek-flash deepseek-v4-pro deepseek-v4-pro-0813', 1_048_576, 393_216],
  ['deepseek-v4-flash deepseek-v4-flash-0731 deepseek-v4-flash-vision-exp', 1_048_576, 393_216],
  ['deepseek-chat deepseek-reasoner', 1_048_576, 393_216],
  ['deepseek-v3.1-terminus deepseek-v3.2 deepseek-v3.2-exp deepseek-r1-0528', 131_072, 65_536],
  ['deepseek-chat-v3-0324', 65_536, 8_192],
]);
