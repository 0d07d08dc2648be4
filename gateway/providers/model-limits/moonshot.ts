import { limitsFrom } from '../../domain/model/limits-table.ts';

/**
 * An answer may fill what the prompt has left of the window; a request that names no limit gets less (131,072 of Kimi
 * K3). Sources: platform.kimi.ai/docs, "Chat completion", as of 2026-11, and models.dev, at f3fc692 of 2026-07-02.
 */
export const moonshotLimits = limitsFrom([
  ['kimi-k3 kimi-k3.1-pro kimi-k3.1-pro-highspeed', 1_048_576, 1_048_576],
  ['kimi-k2 kimi-k2-0905-preview kimi-k2-thinking kimi-k2-thinking-turbo kimi-k2-turbo-preview', 262_144, 262_144],
  ['kimi-k2.5 kimi-k2.6 kimi-k2.7-code kimi-k2.7-code-highspeed', 262_144, 262_144],
  ['kimi-k2-0711-preview moonshot-v1-128k moonshot-v1-128k-vision-preview', 131_072, 131_072],
  ['moonshot-v1-32k moonshot-v1-32k-vision-preview', 32_768, 32_768],
  ['moonshot-v1-8k moonshot-v1-8k-vision-preview', 8_192, 8_192],
]);
