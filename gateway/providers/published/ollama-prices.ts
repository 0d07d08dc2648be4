import type { PriceRecords } from '../../domain/price/price-record.ts';
import type { PriceSource } from '../../domain/price/price-source.ts';
import type { Rates } from '../../domain/price/rates.ts';
import { recordsOf, textRates } from './price-records.ts';

const CLOUD = {
  source: 'ollama.com/pricing, "Model pricing", as github.com/btsouth/agent-pulse and others transcribe it',
  asOf: '2026-09-10',
};
/** Doubled between 12:00 and 18:00 UTC, from Monday to Friday: held and counted at that at those hours of any day. */
const PEAK = { hours: [12, 18] } as const;

function peaking(input: number, output: number, cacheRead: number) {
  const base: Rates = textRates(input, output, cacheRead);
  return [{ rates: base }, { rates: textRates(input * 2, output * 2, cacheRead * 2), ...PEAK }];
}

/** Models of Ollama's cloud, in USD per million tokens. A plan has credits that pay for them first. */
const CLOUD_MODELS: PriceRecords = recordsOf(CLOUD, {
  'nemotron-3-nano': textRates(0.06, 0.24),
  'gpt-oss:20b': textRates(0.07, 0.3, 0.035),
  'nemotron-3-super': textRates(0.015, 0.6, 0.015),
  gemma4: textRates(0.14, 0.4, 0.05),
  'gpt-oss:120b': textRates(0.15, 0.6, 0.014),
  'glm-5.3-flash': textRates(0.15, 0.5, 0.03),
  'deepseek-v4.1-flash': peaking(0.15, 0.6, 0.003),
  'deepseek-v4-flash': peaking(0.22, 0.66, 0.007),
  'minimax-m2.7': textRates(0.3, 1.2, 0.06),
  'mistral-large-3': textRates(0.5, 1.5),
  'minimax-m3': textRates(0.6, 2.4, 0.12),
  'nemotron-3-ultra': textRates(0.1, 3, 0.1),
  'qwen3.5': textRates(0.6, 3.6),
  'kimi-k2.6': textRates(0.95, 4, 0.16),
  'kimi-k2.7-code': textRates(0.95, 4, 0.19),
  'deepseek-v4-pro': peaking(0.66, 1.98, 0.022),
  'glm-5.1': textRates(1, 3.2, 0.2),
  'glm-5.2': textRates(1.4, 4.4, 0.26),
  'glm-5.3': textRates(1.4, 4.4, 0.26),
  'kimi-k3': textRates(3, 15, 0.3),
});

/** The marks of a model that runs in Ollama's cloud, asked for at a server on this machine. */
const AT_CLOUD = /[:-]cloud$/;
const OWN_HOST = /(^|\.)ollama\.com$/;

/** The name in the list of prices, with and without the size of the model. */
function listed(model: string): string {
  const name = model.replace(AT_CLOUD, '');
  return Object.hasOwn(CLOUD_MODELS, name) ? name : name.replace(/:.*$/, '');
}

/**
 * Ollama's prices: nothing on a machine of one's own; in its cloud by the token since 2026-08-31. Source:
 * docs.ollama.com/cloud, "Usage"; 2026-11.
 */
export const ollamaPrices: PriceSource = {
  id: undefined,
  free: true,
  paid: (model, host) => AT_CLOUD.test(model) || (host !== undefined && OWN_HOST.test(host)),
  modelRates: CLOUD_MODELS,
  datedApart: true,
  alsoNamed: listed,
  pricedAtEnd: true,
  hidesCache: true,
};
