import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import { anthropicCostReport } from './anthropic-cost-report.ts';
import type { BillReader } from './bill-reader.ts';
import { openAiCosts } from './openai-costs.ts';
import { openRouterKey } from './openrouter-key.ts';

/** The kinds of provider whose bill can be read. */
export const BILL_READERS: Partial<Readonly<Record<ProviderKind, BillReader>>> = {
  openai: openAiCosts,
  anthropic: anthropicCostReport,
  openrouter: openRouterKey,
};
