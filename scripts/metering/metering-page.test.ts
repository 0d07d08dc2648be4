import { expect, it } from 'vitest';
import { PROVIDERS } from '../../gateway/providers/providers.ts';
import { VECTORS } from '../../gateway/providers/vectors/vectors.ts';
import { judge } from './judge.ts';
import { meteringPage } from './metering-page.ts';
import { PROBES } from './probes.ts';

it('docs/metering.md says what the code does', async () => {
  // Stale? npx vitest run scripts/metering -u
  await expect(meteringPage()).toMatchFileSnapshot('../../docs/metering.md');
});

it('every kind of usage is served by somebody, and every provider serves text', () => {
  for (const probe of PROBES)
    expect([
      probe.dialect,
      probe.title,
      Object.values(PROVIDERS).some((spec) => judge(spec, probe) !== 'not served'),
    ]).toEqual([probe.dialect, probe.title, true]);
  const text = PROBES.filter(({ title }) => title === 'text');
  for (const spec of Object.values(PROVIDERS).filter(({ kind }) => kind !== 'http')) {
    expect([spec.kind, text.some((probe) => ['exact', 'free'].includes(judge(spec, probe)))]).toEqual([
      spec.kind,
      true,
    ]);
  }
});

it('every bill that was worked out by hand is of a kind that the page tells about and calls exact', () => {
  for (const { provider, dialect, kinds } of VECTORS) {
    for (const kind of kinds) {
      const probe = PROBES.find(({ dialect: own, title }) => own === dialect && title === kind);
      expect([provider, dialect, kind, probe && judge(PROVIDERS[provider], probe)]).toEqual([
        provider,
        dialect,
        kind,
        'exact',
      ]);
    }
  }
});
