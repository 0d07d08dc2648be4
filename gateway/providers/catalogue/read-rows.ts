import type { ModelLimits } from '../../domain/model/model-limits.ts';
import type { PublishedPrice } from '../../domain/price/price-library.ts';
import type { Rates } from '../../domain/price/rates.ts';

/** A model of the catalogue: its price, and the maxima that are published with it. */
export interface CataloguedModel {
  readonly price: PublishedPrice;
  readonly limits: ModelLimits;
}

/** The words of a row, and the rates they stand for, in USD per million tokens. */
export const RATE_WORDS = {
  in: ['input_mtok'],
  out: ['output_mtok'],
  read: ['cache_read_mtok'],
  write: ['cache_write_mtok'],
  think: ['output_reasoning_mtok', 'output_after_reasoning_mtok'],
  'in-audio': ['input_audio_mtok'],
  'out-audio': ['output_audio_mtok'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Models by the publication's id of their provider, then by their names in small letters. */
export type Catalogue = ReadonlyMap<string, ReadonlyMap<string, CataloguedModel>>;

/**
 * Reads the rows of a catalogue. `# togetherai` begins a provider. A model's row is its name, the tokens that it reads
 * and writes, and its rates; behind `>200000` stand those of a longer prompt:
 *
 *     zai-org/GLM-5 202752/131072 in=1 out=3.2 read=0.2 >200000 in=2 out=6.4
 */
export function readRows(rows: string): Catalogue {
  const providers = new Map<string, Map<string, CataloguedModel>>();
  let models = new Map<string, CataloguedModel>();
  for (const row of rows.trim().split(/\n(?! )/)) {
    const [name = '', ...words] = row.split(/\s+/);
    if (name === '#') {
      models = new Map();
      providers.set(words[0] ?? '', models);
    } else models.set(name.toLowerCase(), readModel(words));
  }
  return providers;
}

function readModel([maxima = '', ...words]: readonly string[]): CataloguedModel {
  const [context, output] = maxima.split('/').map(Number);
  const rates = readRates(words);
  const window = context === undefined || context === 0 ? undefined : context;
  return {
    price: {
      rates,
      contextWindow: window,
      steady: true,
      free: rates['input_mtok'] === 0 && rates['output_mtok'] === 0,
    },
    limits: {
      ...(window !== undefined && { context: window }),
      ...(output !== undefined && output > 0 && { output }),
    },
  };
}

function readRates(words: readonly string[]): Rates {
  const rates = new Map<string, { base: number; tiers: { start: number; price: number }[] }>();
  let above: number | undefined;
  for (const word of words) {
    if (word.startsWith('>')) {
      above = Number(word.slice(1));
      continue;
    }
    const [short = '', usd = ''] = word.split('=');
    for (const name of isRateWord(short) ? RATE_WORDS[short] : []) {
      if (above === undefined) rates.set(name, { base: Number(usd), tiers: [] });
      else rates.get(name)?.tiers.push({ start: above, price: Number(usd) });
    }
  }
  return Object.fromEntries(
    [...rates].map(([name, rate]) => [name, rate.tiers.length === 0 ? rate.base : rate] as const),
  );
}

function isRateWord(word: string): word is keyof typeof RATE_WORDS {
  return Object.hasOwn(RATE_WORDS, word);
}
