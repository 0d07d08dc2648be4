import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { NOT_FOUND } from '../../published/stops-when-left.ts';
import { openAiHost } from './open-ai-host.ts';

/** Baseten's model APIs. Source: docs.baseten.co, "Model APIs". */
export const baseten: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.baseten,
  kind: 'baseten',
  prices: { id: undefined, secondId: 'baseten', audioApart: true },
  stopsWhenLeft: NOT_FOUND,
};
