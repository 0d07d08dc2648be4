import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dearest } from '../../gateway/domain/price/look-up-price.ts';
import { readModelsDev } from '../../gateway/prices/models-dev.ts';
import type { SecondPrices } from '../../gateway/prices/models-dev.ts';
import { SECOND_IDS } from '../../gateway/prices/second-prices.ts';
import { MORE_IDS } from '../../gateway/providers/catalogue/catalogue.ts';
import { limitsIn } from './limits-in.ts';
import { readPi } from './read-pi.ts';
import { writeRow } from './write-rows.ts';

const OUT = join(import.meta.dirname, '../../gateway/providers/catalogue/rows.ts');

/**
 * `npm run catalogue -- API.JSON [PI-DATA SOURCE]`: writes the models that a fresh install knows, from what models.dev
 * publishes and what pi's newer catalogue adds to it.
 */
const [file, piFolder, source = 'models.dev'] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: npm run catalogue -- API.JSON [PI-DATA SOURCE]');
const publications: unknown[] = [JSON.parse(readFileSync(file, 'utf8'))];
if (piFolder !== undefined) publications.push(readPi(piFolder));

const ids = new Set([...SECOND_IDS, ...MORE_IDS]);
const read = publications.map((data) => ({ prices: readModelsDev(data, ids) ?? {}, limits: limitsIn(data) }));
const rows = [...ids].toSorted().flatMap((id) => {
  const names = [...new Set(read.flatMap(({ prices }) => Object.keys(prices[id] ?? {})))].toSorted();
  return names.length === 0 ? [] : [`# ${id}`, ...names.flatMap((name) => rowOf(id, name))];
});
writeFileSync(
  OUT,
  [
    '// Long because it is data, one model a row.',
    '/**',
    ` * Made by \`npm run catalogue\`; its form is in read-rows.ts. Source: ${source}.`,
    ' * models.dev is MIT, github.com/anomalyco/models.dev.',
    ' */',
    'export const ROWS = `',
    ...rows,
    '`;',
    '',
  ].join('\n'),
);
process.stdout.write(`${rows.length} rows\n`);

/** The dearer price and the larger maxima, where both have the model. */
function rowOf(id: string, name: string): readonly string[] {
  const price = dearest(read.flatMap(({ prices }) => priceIn(prices, id, name)));
  if (price === undefined) return [];
  const limits = read.map(({ limits }) => limits(id, name));
  const most = (part: 'context' | 'output'): number => Math.max(...limits.map((limit) => limit[part]));
  return [writeRow(name, { rates: price.rates, context: most('context'), output: most('output') })];
}

function priceIn(prices: SecondPrices, id: string, name: string) {
  const price = prices[id]?.[name];
  return price === undefined ? [] : [price];
}
