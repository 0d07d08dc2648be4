import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROVIDERS } from '../providers/providers.ts';
import { findPrice } from '../domain/price/price.ts';
import { coverageTable, toolPage } from './coverage-table.ts';
import { DEFAULT_MODELS } from './default-models.ts';
import { FAMILIES } from './tool-spec.ts';
import { TOOLS } from './tools/tools.ts';

const DOC = join(import.meta.dirname, '..', '..', 'docs', 'connections.md');
const PAGES = join(import.meta.dirname, '..', '..', 'docs', 'connections');

it("docs/connections.md tells what the tools' own data tell (write it again with `vitest -u`)", async () => {
  const text = readFileSync(DOC, 'utf8');
  const fresh = text.replace(
    /(<!-- coverage -->\n)[\s\S]*?(<!-- \/coverage -->)/,
    (_, begin: string, end: string) => `${begin}${coverageTable(TOOLS)}\n${end}`,
  );
  await expect(fresh).toMatchFileSnapshot(DOC);
});

it.each(TOOLS.map((tool) => [tool.id, tool] as const))(
  'docs/connections/%s.md tells what its data tell (write it again with `vitest -u`)',
  async (id, tool) => {
    await expect(toolPage(tool)).toMatchFileSnapshot(join(PAGES, `${id}.md`));
  },
);

it('has a page for every tool, and for no other', () => {
  expect(readdirSync(PAGES).toSorted()).toEqual(TOOLS.map(({ id }) => `${id}.md`).toSorted());
});

it('every tool has its own name, and says why when it is not metered whole', () => {
  expect(new Set(TOOLS.map(({ id }) => id)).size).toBe(TOOLS.length);
  for (const { coverage } of TOOLS) expect(coverage.words.endsWith('.')).toBe(true);
});

it('every tool that can be connected says what becomes of its own login, and how the person ends one that wins', () => {
  for (const { id, coverage, login } of TOOLS) {
    if (coverage.level === 'not-possible') continue;
    expect(login?.words.endsWith('.'), id).toBe(true);
    expect([login?.file !== undefined, login?.byHand !== undefined], id).toEqual(
      login?.effect === 'wins' ? [true, true] : [login?.file !== undefined, false],
    );
  }
});

it('the models that tools are offered have a price', () => {
  for (const family of FAMILIES) {
    for (const model of DEFAULT_MODELS[family])
      expect(
        findPrice({ source: PROVIDERS[family].prices, model, at: Date.now(), overrides: [] }),
        model,
      ).toBeDefined();
  }
});
