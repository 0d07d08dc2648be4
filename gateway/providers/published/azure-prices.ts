import { mayRoute, ROUTER } from '../../domain/model/learn-deployment.ts';
import type { PriceSource } from '../../domain/price/price-source.ts';
import { gpt6Records } from './openai-prices.ts';
import { surchargeAt } from './region-percent.ts';

const AZURE_HOSTS = /\.(openai|cognitiveservices|services\.ai)\.azure\.com$/;
/**
 * A deployment in a data zone or a region costs 10 to 20 percent more than a global one, and no request says which it
 * is: the dearest counts, until the person says that it is global. Source: Azure's retail price list, as
 * pypi.org/project/azure-genai-prices reads it: "10-20% more", and no flat percentage; 2026-11.
 */
const DATA_ZONE = 120;

/**
 * The models that the router chooses among. Source: learn.microsoft.com, "Use model router for Microsoft Foundry",
 * version 2025-11-18; 2026-11.
 */
const ROUTED = [
  'gpt-6-astra',
  'gpt-5.6-sol',
  'gpt-5.6-terra',
  'gpt-5.6-luna',
  'gpt-5.5',
  'gpt-5.4',
  'gpt-5.4-mini',
  'gpt-5.4-nano',
  'gpt-5.2',
  'gpt-5',
  'gpt-5-mini',
  'gpt-5-nano',
  'o4-mini',
  'gpt-4.1',
  'gpt-4.1-mini',
  'gpt-4.1-nano',
  'gpt-4o',
  'gpt-4o-mini',
  'claude-fable-5-1',
  'claude-opus-5',
  'claude-sonnet-5',
  'claude-opus-4-6',
  'claude-opus-4-1',
  'claude-sonnet-4-5',
  'claude-haiku-4-5',
  'grok-4',
] as const;

const ROUTING = {
  source: 'learn.microsoft.com, "Model router frequently asked questions"; docs.litellm.ai, "Azure Model Router"',
  asOf: '2026-11-30',
  as: ROUTED,
  /** In USD per million tokens of input, beside the price of the model that it chose. */
  adds: { routing_mtok: 0.14 },
} as const;

/**
 * Azure's prices. A model that is not in Azure's own list costs what it does at its maker: Claude too, in Foundry.
 * Source: platform.claude.com, "Claude in Microsoft Foundry": Anthropic's standard prices; 2026-11.
 */
export const azurePrices: PriceSource = {
  id: 'azure',
  secondId: 'azure',
  audioApart: true,
  modelRates: { ...gpt6Records, [ROUTER]: ROUTING, auto: ROUTING },
  // People call a deployment of the router as they like, and this fee must not be left out.
  alsoNamed: (model) => (mayRoute(model) ? ROUTER : undefined),
  // Of GPT-6.2: see its record.
  namesDeployments: { window: 1_050_000 },
  // Source: learn.microsoft.com, "Azure OpenAI: retired models"; 2026-11.
  retired: /^gpt-4(\.5-preview|-32k)/,
  hostPercent: surchargeAt(AZURE_HOSTS, () => true, DATA_ZONE),
  hostPercentIsMost: true,
};
