import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { NOT_FOUND } from '../../published/stops-when-left.ts';
import { openAiHost } from './open-ai-host.ts';

/** Venice. Source: docs.venice.ai, "API reference". */
export const venice: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.venice,
  kind: 'venice',
  prices: { id: undefined, secondId: 'venice', audioApart: true },
  stopsWhenLeft: NOT_FOUND,
  // It shows its models to anybody.
  freeQuestion: 'none',
};
