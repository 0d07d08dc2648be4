import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { AS_ROUTED } from '../../published/stops-when-left.ts';
import { CHAT, MESSAGES, RESPONSES } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** OpenCode Zen: each model in the protocol of its vendor, those of Google excepted. Source: opencode.ai/docs/zen. */
export const opencode: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.opencode,
  kind: 'opencode',
  prices: { id: undefined, secondId: 'opencode', audioApart: true, freeModels: /-free$/ },
  stopsWhenLeft: AS_ROUTED,
  endpoints: [...CHAT, ...RESPONSES, ...MESSAGES],
  // It shows its models to anybody.
  freeQuestion: 'none',
};
