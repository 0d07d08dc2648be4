import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { NOT_FOUND } from '../../published/stops-when-left.ts';
import { openAiHost } from './open-ai-host.ts';

/** Inception's Mercury. Source: docs.inceptionlabs.ai, "Models". */
export const inception: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.inception,
  kind: 'inception',
  prices: { id: undefined, secondId: 'inception', audioApart: true },
  stopsWhenLeft: NOT_FOUND,
  limitField: 'max_tokens',
};
