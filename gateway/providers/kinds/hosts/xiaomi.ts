import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { NOT_FOUND } from '../../published/stops-when-left.ts';
import { CHAT, MESSAGES } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** Xiaomi MiMo, in two protocols at two places. Source: platform.xiaomimimo.com/docs, "First API call". */
export const xiaomi: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.xiaomi,
  kind: 'xiaomi',
  prices: { id: undefined, secondId: 'xiaomi', audioApart: true },
  stopsWhenLeft: NOT_FOUND,
  dialectHomes: { 'anthropic-messages': '../anthropic/v1' },
  endpoints: [...CHAT, ...MESSAGES],
};
