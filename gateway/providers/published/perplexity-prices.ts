import type { PriceSource } from '../../domain/price/price-source.ts';
import { recordsOf, textRates } from './price-records.ts';

/** The unit of a request's fee: a tenth of a cent. How many of them a request costs is in what is read of it. */
const FEE = { requests_kcount: 1 };

/** Perplexity's prices, with the fee of a request in units of its own. Rates are USD. */
export const perplexityPrices: PriceSource = {
  id: 'perplexity',
  audioApart: true,
  modelRates: recordsOf(
    { source: 'docs.perplexity.ai/docs/getting-started/pricing', asOf: '2026-11-20', corrects: true },
    {
      sonar: { ...textRates(1, 1), ...FEE },
      'sonar-pro': { ...textRates(3, 15), ...FEE },
      'sonar-reasoning': { ...textRates(1, 5), ...FEE },
      'sonar-reasoning-pro': { ...textRates(2, 8), ...FEE },
      'sonar-deep-research': {
        ...textRates(2, 8),
        ...FEE,
        output_reasoning_mtok: 3,
        web_searches_kcount: 5,
      },
    },
  ),
};
