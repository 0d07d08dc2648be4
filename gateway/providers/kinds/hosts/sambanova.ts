import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { recordsOf, textRates } from '../../published/price-records.ts';
import { GOES_ON } from '../../published/stops-when-left.ts';
import { CHAT, COMPLETIONS, MESSAGES, RESPONSES } from '../common-endpoints.ts';
import { openAiHost } from './open-ai-host.ts';

/** SambaNova, in three protocols. Source: docs.sambanova.ai, "OpenAI compatibility", "Anthropic compatibility". */
export const sambanova: ProviderSpec = {
  ...openAiHost,
  ...PROVIDER_RECORDS.sambanova,
  kind: 'sambanova',
  prices: {
    id: undefined,
    audioApart: true,
    modelRates: {
      ...recordsOf(
        { source: 'cloud.sambanova.ai/plans/pricing, as juspay/neurolink has it', asOf: '2026-08-30' },
        {
          'gpt-oss-120b': textRates(0.22, 0.59),
          'DeepSeek-V3.1': textRates(3, 4.5),
          'DeepSeek-V3.2': textRates(3, 4.5),
          'MiniMax-M2.7': textRates(0.6, 2.4, 0.06),
          'MiniMax-M3': textRates(0.6, 2.4),
          'gemma-4-31B-it': textRates(0.38, 1.15),
          'Meta-Llama-3.3-70B-Instruct': textRates(0.6, 1.2),
        },
      ),
      ...recordsOf(
        { source: 'cloud.sambanova.ai/plans/pricing, as lava.so has it', asOf: '2026-06-01' },
        {
          'DeepSeek-R1-0528': textRates(5, 7),
          'DeepSeek-V3-0324': textRates(3, 4.5),
          'Llama-4-Maverick-17B-128E-Instruct': textRates(0.63, 1.8),
          'Qwen3-235B': textRates(0.4, 0.8),
          'MiniMax-M2.5': textRates(0.3, 1.2),
          'Meta-Llama-3.1-8B-Instruct': textRates(0.1, 0.2),
        },
      ),
    },
  },
  stopsWhenLeft: GOES_ON,
  endpoints: [...CHAT, ...COMPLETIONS, ...RESPONSES, ...MESSAGES],
};
