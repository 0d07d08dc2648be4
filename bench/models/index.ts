import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { readPriceData } from '../../gateway/prices/price-data.ts';
import type { DialectId } from '../../gateway/dialects/dialect.ts';
import { PROVIDERS, speaks } from '../../gateway/providers/providers.ts';
import type { Scene } from '../replay/player.ts';
import { openStage } from '../replay/stage.ts';
import type { Stage } from '../replay/stage.ts';
import { askModels } from './ask-models.ts';
import { namedModels } from './named-models.ts';
import { reportModels, reportRefused } from './report-models.ts';

const options = z.object({
  modelsDev: z.string().optional(),
  library: z.string().optional(),
  only: z.string().default(''),
});

const program = new Command('models')
  .description('Asks a real gateway, under a cap of $5 a day, for every text model that the publications name.')
  .option('--models-dev <file>', 'what models.dev publishes: api.json (left out: the catalogue of this version)')
  .option('--library <file>', 'what genai-prices publishes: data.json (left out: the library of this version)')
  .option('--only <kinds>', 'these kinds of provider alone (a regular expression)')
  .parse();
const { modelsDev, library, only } = options.parse(program.opts());

/** Clouds have these protocols at places of their own, which a list of names does not tell. */
const USUAL: readonly DialectId[] = ['openai-chat', 'openai-responses', 'anthropic-messages', 'gemini'];
const readJson = (file: string | undefined): unknown =>
  file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
const [second, first] = [readJson(modelsDev), readJson(library)];
const ids = new Set(Object.values(PROVIDERS).flatMap(({ prices }) => prices.id ?? []));
const named = namedModels(second, first === undefined ? undefined : readPriceData(first, ids)?.providers).filter(
  ({ kind }) => new RegExp(only).test(kind) && speaks(PROVIDERS[kind], USUAL),
);
const current = named.filter(({ leftOut }) => leftOut === undefined);

/** The publications at their own addresses, for `purser price update`. */
const publications: Scene = ({ url, response }) => {
  const found = url.hostname === 'models.dev' ? modelsDev : library;
  response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(found === undefined ? '{}' : readFileSync(found));
};

const stage = await openStage({ elsewhere: publications });
try {
  await measure(stage, 'A fresh install');
  if (library !== undefined) {
    const { models, secondModels } = await stage.client.prices.update();
    await measure(stage, `After \`purser price update\` (${models} models, and ${secondModels ?? 0} of models.dev)`);
  }
} finally {
  await stage.close();
}

async function measure(on: Stage, title: string): Promise<void> {
  const asked = await askModels(on, current);
  console.log(`\n## ${title}\n\n${reportModels(named, asked)}\n\n### Refused\n\n${reportRefused(asked)}`);
}
