import { limitsFrom } from '../../domain/model/limits-table.ts';

/**
 * A larger limit is refused. Sources: docs.z.ai, "Core parameters" and the overview of each model, as of 2026-11,
 * through models.dev, at f3fc692 of 2026-07-02 and as of 2026-11-20.
 */
export const zaiLimits = limitsFrom([
  ['glm-5.3 glm-5.3-highspeed glm-5.3-flash glm-5.3-flashx glm-5.2 glm-5.2-highspeed', 1_048_576, 131_072],
  ['glm-5.1 glm-5 glm-5-turbo glm-5v-turbo glm-4.7 glm-4.7-flash glm-4.7-flashx glm-4.6', 204_800, 131_072],
  ['glm-4.5 glm-4.5-air glm-4.5-x glm-4.5-airx glm-4.5-flash', 131_072, 98_304],
  ['glm-4.6v glm-4.6v-flash glm-4.6v-flashx', 131_072, 32_768],
  ['glm-4.5v', 65_536, 16_384],
  ['glm-4-32b-0414-128k', 131_072, 16_384],
]);
