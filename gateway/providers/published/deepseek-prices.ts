import type { PriceRecords, TimedRates } from '../../domain/price/price-record.ts';
import { aliasesOf, recordsOf, textRates } from './price-records.ts';

const PRICING = { source: 'api-docs.deepseek.com/quick_start/pricing', asOf: '2026-10-27', contextWindow: 1_000_000 };

/** The prices of a model: the given ones off-peak, and twice as much in the two peaks of a day. */
function peaks(input: number, cacheRead: number, output: number, from?: string): readonly TimedRates[] {
  const since = from === undefined ? {} : { from };
  const peak = textRates(input * 2, output * 2, cacheRead * 2);
  return [
    { ...since, rates: textRates(input, output, cacheRead) },
    { ...since, hours: [1, 4], rates: peak },
    { ...since, hours: [6, 10], rates: peak },
  ];
}

const FLASH = peaks(0.15, 0.003, 0.6);

/** V4.1 serves the older names of Flash since then, at its own price. */
const V4_1_SINCE = '2026-09-10T04:00:00Z';

/** DeepSeek's prices that the price library lacks, or has as of 2025. Rates are USD. */
export const deepseekRecords: PriceRecords = {
  ...recordsOf(PRICING, { 'deepseek-flash': FLASH }),
  ...recordsOf(
    { ...PRICING, corrects: true },
    {
      'deepseek-v4-flash': [...peaks(0.22, 0.007, 0.66), ...peaks(0.15, 0.003, 0.6, V4_1_SINCE)],
      'deepseek-v4-flash-vision-exp': [...peaks(0.22, 0.007, 0.66), ...peaks(0.15, 0.003, 0.6, V4_1_SINCE)],
    },
  ),
  ...aliasesOf(
    { ...PRICING, corrects: true },
    { 'deepseek-chat': ['deepseek-v4-flash'], 'deepseek-reasoner': ['deepseek-v4-flash'] },
  ),
};
