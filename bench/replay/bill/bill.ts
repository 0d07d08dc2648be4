import type { Usage } from '@pydantic/genai-prices';
import { digText, digNumber, dig, readJson } from '../dig.ts';
import type { Exchange } from '../exchange.ts';
import type { Home } from '../homes.ts';
import { feesOf, tierFactor } from './fees.ts';
import { readFinalReply } from './final-reply.ts';
import type { FinalReply } from './final-reply.ts';
import { CLOUD_RATES, findRates, OWN_RATES, priceOf, usageOf } from './rates.ts';
import type { Rates } from './rates.ts';

/**
 * The cost of an exchange, worked out from the recording alone: nothing of Purser's own arithmetic has a part in it.
 */
export interface Bill {
  readonly nanodollars: number;
  /** The model whose price it is. */
  readonly model: string;
  readonly usage: Usage;
  /** Its parts beside the library's price. */
  readonly rules: readonly string[];
}

/** DeepSeek's weekends are off-peak in Beijing since 2026-08-23. Source: api-docs.deepseek.com, "Models & pricing". */
const OFF_PEAK_HOUR = 5;

/**
 * Works it out at the rates of a moment.
 * @param at when it was served, in epoch milliseconds
 * @returns undefined where the recording does not say enough
 */
export function billOf(exchange: Exchange, home: Home, at: number): Bill | undefined {
  const reply = readFinalReply(exchange);
  const asked = askedModel(exchange);
  if (exchange.status >= 300 || reply?.failed)
    return { nanodollars: 0, model: asked, usage: {}, rules: ['an error costs nothing'] };
  // On a machine of one's own.
  if (home.kind === 'ollama' && !isCloud(exchange)) return { nanodollars: 0, model: asked, usage: {}, rules: ['free'] };
  if (!reply) return undefined;
  const usage = readUsage(reply, home);
  if (!usage) return undefined;
  const charged = home.kind === 'openrouter' ? chargedBill(reply, asked, usage) : undefined;
  if (charged) return charged;
  return listBill({ reply, home, at, asked, usage });
}

/** The price of a usage that is known already: a part of a stream. @returns undefined where nobody knows the rates */
export function listBill({
  reply,
  home,
  at,
  asked,
  usage,
}: {
  readonly reply: FinalReply;
  readonly home: Home;
  readonly at: number;
  readonly asked: string;
  readonly usage: Usage;
}): Bill | undefined {
  const priced = ratesOf(reply, home, asked, at);
  const factor = tierFactor(reply);
  if (!priced || factor === undefined) return undefined;
  const fees = feesOf(reply, priced.model);
  const usd = priceOf(usage, priced.rates) * factor + fees.reduce((sum, fee) => sum + fee.usd, 0);
  return {
    nanodollars: roundUp(usd),
    model: priced.model,
    usage,
    rules: [...priced.rules, ...(factor === 1 ? [] : [`tier x ${factor}`]), ...fees.map(({ what }) => what)],
  };
}

function isCloud({ url }: Exchange): boolean {
  return url.hostname === 'ollama.com';
}

function readUsage({ flavor, document }: FinalReply, { library }: Home): Usage | undefined {
  // Embeddings of Gemini name no model, which the library asks for.
  return usageOf(library, flavor === 'anthropic' ? 'default' : flavor, {
    modelVersion: 'unnamed',
    model: 'unnamed',
    ...document,
  });
}

/** The model that the reply says it served, where its price is known; else the one that was asked for. */
function ratesOf(
  { document }: FinalReply,
  home: Home,
  asked: string,
  at: number,
): { readonly model: string; readonly rates: Rates; readonly rules: readonly string[] } | undefined {
  const { library } = home;
  const cloud = home.kind === 'ollama' ? CLOUD_RATES[asked] : undefined;
  if (cloud) return { model: asked, rates: cloud, rules: ['of its cloud'] };
  if (library === undefined) return { model: asked, rates: OWN_RATES, rules: ['own price'] };
  const moment = new Date(library === 'deepseek' ? offPeak(at) : at);
  const served = digText(document, 'model') ?? digText(document, 'modelVersion');
  const names = served === undefined ? [asked] : [served, asked];
  for (const model of names) {
    const rates = findRates(library, model, moment);
    if (rates) return { model, rates, rules: [] };
  }
  return undefined;
}

function offPeak(at: number): number {
  const day = new Date(at);
  const hour = day.getUTCHours();
  return [0, 6].includes(day.getUTCDay()) && hour >= 1 && hour < 10 ? day.setUTCHours(OFF_PEAK_HOUR, 0, 0, 0) : at;
}

/** OpenRouter says what it charged; with a key of one's own at the maker, the maker's charge comes on top. */
function chargedBill({ document }: FinalReply, model: string, usage: Usage): Bill | undefined {
  const cost = digNumber(document, 'usage', 'cost');
  if (cost === undefined) return undefined;
  const upstream =
    dig(document, 'usage', 'is_byok') === true
      ? (digNumber(document, 'usage', 'cost_details', 'upstream_inference_cost') ?? 0)
      : 0;
  return { nanodollars: roundUp(cost) + roundUp(upstream), model, usage, rules: ['what OpenRouter says'] };
}

/** Up to the next nano-dollar; the noise of a double is no part of a price. */
function roundUp(usd: number): number {
  return Math.ceil(Number((usd * 1e9).toPrecision(12)));
}

/** From the body, or from the path where Gemini has it. */
export function askedModel({ request, url }: Exchange): string {
  const named = /models\/([^/:]+):/.exec(url.pathname)?.[1];
  return named ?? digText(readJson(request.toString()), 'model') ?? '';
}
