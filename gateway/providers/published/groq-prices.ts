import type { PriceSource } from '../../domain/price/price-source.ts';
import { aliasesOf } from './price-records.ts';

const SYSTEMS = ['groq/compound', 'groq/compound-mini', 'compound-beta', 'compound-beta-mini'] as const;
/** The models that they choose from, as their replies name them. */
const CHOSEN = [
  'llama-3.3-70b-versatile',
  'openai/gpt-oss-120b',
  'meta-llama/llama-4-scout-17b-16e-instruct',
  'meta-llama/llama-4-maverick-17b-128e-instruct',
] as const;

/** Groq's prices: the library's, those of its tools, and its systems at their dearest model. Rates are USD. */
export const groqPrices: PriceSource = {
  id: 'groq',
  secondId: 'groq',
  leastAudioSeconds: 10,
  audioApart: true,
  // A basic search costs 5 per 1,000; code costs 0.18 an hour, and a run of it counts as five minutes, the life of its
  // sandbox. Source: console.groq.com/docs/compound/systems/compound, "Built-in tool pricing", 2026-11.
  extraRates: { web_searches_kcount: 5, code_executions_kcount: 15 },
  modelRates: aliasesOf(
    { source: 'console.groq.com/docs/compound, "Underlying models"', asOf: '2026-11-20', contextWindow: 131_072 },
    Object.fromEntries(SYSTEMS.map((system) => [system, CHOSEN])),
  ),
};
