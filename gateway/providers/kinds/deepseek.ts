import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { bearer } from './bearer.ts';
import type { Endpoint } from '../../dialects/dialect.ts';
import { CHAT, COMPLETIONS, messagesIgnoring, RESPONSES } from './common-endpoints.ts';
import { deepseekLimits } from '../model-limits/deepseek.ts';
import { deepseekRecords } from '../published/deepseek-prices.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { STOPS } from '../published/stops-when-left.ts';
import { ORDINARY_PACE } from '../published/stream-pace.ts';

/**
 * Beta versions: prefixes of an answer, strict tools, and code between a prompt and a suffix. Source:
 * api-docs.deepseek.com, "Chat prefix completion" and "FIM completion", 2026-11.
 */
const BETA: readonly Endpoint[] = [...CHAT, ...COMPLETIONS]
  .filter(({ operation }) => operation !== undefined)
  .map((endpoint) => ({ ...endpoint, path: `beta/${endpoint.path}`, home: '..' }));

/**
 * DeepSeek, in three protocols at three places. The hour in which a request ends decides its price, peak or off-peak;
 * the hours are the price library's, the days are below. Source: api-docs.deepseek.com, "Models & pricing", "Anthropic
 * API", "Context caching".
 */
export const deepseek: ProviderSpec = {
  ...PROVIDER_RECORDS.deepseek,
  kind: 'deepseek',
  dialectHomes: { 'anthropic-messages': '../anthropic/v1', 'openai-responses': '..' },
  prices: {
    id: 'deepseek',
    secondId: 'deepseek',
    pricedAtEnd: true,
    pricedAs: weekendOffPeak,
    audioApart: true,
    modelRates: deepseekRecords,
  },
  limitsOf: deepseekLimits,
  stopsWhenLeft: STOPS,
  mostTokensPerSecond: ORDINARY_PACE,
  sdkSuffix: '/v1',
  versions: [],
  // Source: "Anthropic API: compatibility details", 2026-11.
  endpoints: [...CHAT, ...messagesIgnoring('container', 'mcp_servers', 'service_tier'), ...RESPONSES, ...BETA],
  keyHeader: bearer,
  limitField: 'max_tokens',
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Between the two peaks of a day, which end at 4 and begin again at 6. */
const OFF_PEAK_HOUR = 5;
/** The day begins at midnight in Beijing. */
const WEEKENDS_SINCE = Date.parse('2026-08-23T00:00:00+08:00');

/**
 * Peak prices apply from Monday to Friday, in Beijing, since 2026-08-23, which the price library cannot say; the hours
 * of the peaks have the same date there and in UTC. Which holidays are off-peak, too, nobody publishes beforehand:
 * those are settled at the peak price.
 */
function weekendOffPeak(at: number): number {
  const isWeekend = [0, 6].includes(new Date(at).getUTCDay());
  const hour = Math.floor((at % DAY_MS) / HOUR_MS);
  return isWeekend && hour >= 1 && hour < 10 && at >= WEEKENDS_SINCE
    ? at - (at % DAY_MS) + OFF_PEAK_HOUR * HOUR_MS
    : at;
}
