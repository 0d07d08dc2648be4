import { limitsFrom } from '../../domain/model/limits-table.ts';

/**
 * Mistral sets no limit on most answers: prompt and answer together have to fit into the window. Sources:
 * docs.mistral.ai, API reference, "max_tokens", and the windows of its "Models overview", as of 2026-11; windows of
 * older models: models.dev, at f3fc692 of 2026-07-02, and the price library.
 */
export const mistralLimits = limitsFrom([
  // These have a maximum. Sources: models.dev and vercel.com/ai-gateway/models, as of 2026-11.
  ['mistral-large-4 mistral-large-4-0 mistral-large-4-0-8 mistral-large-latest', 1_048_576, 262_144],
  ['zai-glm-5-2 zai-glm-5-3 zai-glm-5-3-flash glm-5-2', 1_048_576, 131_072],
  ['deepseek-v4-1-flash-1017', 1_048_576, 128_000],
  ['mistral-large mistral-large-2512 mistral-medium mistral-medium-2508 mistral-medium-2604', 262_144, 262_144],
  ['mistral-medium-3.5 mistral-medium-3-5 mistral-medium-3-1 mistral-small mistral-small-2603', 262_144, 262_144],
  [
    'devstral devstral-2512 devstral-medium devstral-small-latest labs-leanstral-1-5 labs-leanstral-1-5-1',
    262_144,
    262_144,
  ],
  ['magistral-medium magistral-medium-2509 ministral-14b ministral-14b-2512', 262_144, 262_144],
  ['ministral-8b ministral-8b-2512', 262_144, 262_144],
  ['codestral codestral-2501 codestral-2508 labs-devstral-small-2512', 256_000, 256_000],
  ['mistral-large-2407 mistral-large-2411 mistral-medium-3 mistral-medium-2505', 131_072, 131_072],
  ['magistral-small magistral-small-2506 magistral-small-2507 magistral-small-2509', 131_072, 131_072],
  ['magistral-medium-2506 magistral-medium-2507', 131_072, 131_072],
  ['ministral-3b ministral-3b-2512 ministral-8b-2410 mistral-small-2506', 131_072, 131_072],
  ['devstral-small devstral-small-2505 devstral-small-2507 devstral-medium-2507', 131_072, 131_072],
  ['mistral-small-3.1-24b-instruct mistral-small-3.2-24b-instruct', 131_072, 131_072],
  ['open-mistral-nemo mistral-nemo pixtral-12b pixtral-large pixtral-large-2411', 131_072, 131_072],
  ['mixtral-8x22b-instruct open-mixtral-8x22b', 65_536, 65_536],
  ['open-mixtral-8x7b mixtral-8x7b open-mistral-7b mistral-7b mistral-tiny', 32_768, 32_768],
  ['mistral-saba mistral-medium-2312 mistral-small-24b-instruct-2501', 32_768, 32_768],
  ['voxtral-small voxtral-small-2507 voxtral-small-24b-2507', 32_768, 32_768],
  ['mistral-embed', 8_192, 0],
]);
