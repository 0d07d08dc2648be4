import { expect, it } from 'vitest';
import { PROVIDERS } from '../../gateway/providers/providers.ts';
import { VECTORS } from '../../gateway/providers/vectors/vectors.ts';
import type { ProviderSpec } from '../../gateway/providers/provider-spec.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import { meteringPage } from './metering-page.ts';
import { PROBES } from './probes.ts';

it('docs/metering.md says what the code does', async () => {
  // Stale? npx vitest run scripts/metering -u
  await expect(meteringPage()).toMatchFileSnapshot('../../docs/metering.md');
});

/** The verdict where one of several hosts serves a request and nothing says which. */
function routed({ kind }: ProviderSpec): Verdict | undefined {
  return kind === 'vercel' ? 'bounded' : undefined;
}

it('every kind of usage is served by somebody, and every provider serves text', () => {
  for (const probe of PROBES)
    expect([
      probe.dialect,
      probe.title,
      Object.values(PROVIDERS).some((spec) => judge(spec, probe) !== 'not served'),
    ]).toEqual([probe.dialect, probe.title, true]);
  const text = PROBES.filter(({ title }) => title === 'text');
  for (const spec of Object.values(PROVIDERS).filter(({ kind }) => kind !== 'http')) {
    expect([spec.kind, text.some((probe) => ['exact', 'free', routed(spec)].includes(judge(spec, probe)))]).toEqual([
      spec.kind,
      true,
    ]);
  }
});

it('every bill that was worked out by hand is of a kind that the page tells about and calls exact', () => {
  for (const { provider, dialect, kinds } of VECTORS) {
    for (const kind of kinds) {
      const probe = PROBES.find(({ dialect: own, title }) => own === dialect && title === kind);
      const verdict = probe && judge(PROVIDERS[provider], probe);
      expect([provider, dialect, kind, verdict]).toEqual([
        provider,
        dialect,
        kind,
        routed(PROVIDERS[provider]) ?? 'exact',
      ]);
    }
  }
});
