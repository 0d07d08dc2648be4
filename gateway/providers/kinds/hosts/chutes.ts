import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { STOPS } from '../../published/stops-when-left.ts';
import { openAiHost } from './open-ai-host.ts';

/** Chutes. Source: chutes.ai/docs. */
export const chutes: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.chutes,
  kind: 'chutes',
  prices: { id: undefined, secondId: 'chutes', audioApart: true },
  stopsWhenLeft: STOPS,
  limitField: 'max_tokens',
  // It shows its models to anybody.
  freeQuestion: 'none',
};
