import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { recordsOf, textRates } from '../../published/price-records.ts';
import { NOT_FOUND } from '../../published/stops-when-left.ts';
import { openAiHost } from './open-ai-host.ts';

/** StepFun, its international address. Source: platform.stepfun.ai/docs, "Chat completions". */
export const stepfun: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.stepfun,
  kind: 'stepfun',
  prices: {
    id: undefined,
    secondId: 'stepfun-ai',
    audioApart: true,
    modelRates: recordsOf(
      { source: 'platform.stepfun.ai/docs/en/guides/pricing/details, as juspay/neurolink has it', asOf: '2026-09-29' },
      { 'step-3.7-flash': textRates(0.2, 1.15, 0.04), 'step-1o-turbo-vision': textRates(0.36, 1.15, 0.07) },
    ),
  },
  stopsWhenLeft: NOT_FOUND,
  limitField: 'max_tokens',
};
