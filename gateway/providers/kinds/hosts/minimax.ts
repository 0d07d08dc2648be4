import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { GOES_ON } from '../../published/stops-when-left.ts';
import { CHAT, MESSAGES } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** MiniMax, in two protocols at two places. Source: platform.minimax.io/docs, "OpenAI API" and "Anthropic API". */
export const minimax: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.minimax,
  kind: 'minimax',
  prices: { id: 'minimax', secondId: 'minimax', audioApart: true },
  stopsWhenLeft: GOES_ON,
  // In China.
  ownHosts: /api\.minimaxi?\.(?:com|cn)/,
  dialectHomes: { 'anthropic-messages': '../anthropic/v1' },
  endpoints: [...CHAT, ...MESSAGES],
};
