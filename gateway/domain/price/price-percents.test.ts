import { describe, expect, it } from 'vitest';
import { createPricePercents } from './price-percents.ts';
import type { PriceSource } from './price-source.ts';

const TIERS: Readonly<Record<string, number>> = { priority: 200, flex: 50 };
const SOURCE: PriceSource = {
  id: 'p',
  tierPercent: (tier) => TIERS[tier],
  hostPercent: (host) => (host.startsWith('eu.') ? 110 : 100),
};

describe('the share of a price', () => {
  it('is that of the tier times that of the host, in ten-thousandths', () => {
    const here = createPricePercents(SOURCE, 'm', undefined);
    expect([undefined, 'priority', 'flex', 'unheard-of'].map(here.of)).toEqual([10_000n, 20_000n, 5_000n, 10_000n]);
    const region = createPricePercents(SOURCE, 'm', 'eu.example');
    expect(['priority', undefined].map(region.of)).toEqual([22_000n, 11_000n]);
    expect([here.host, region.host]).toEqual([100, 110]);
  });

  it('is held at the ordinary one for a cheaper tier: it may be served as that', () => {
    const { worst } = createPricePercents(SOURCE, 'm', 'eu.example');
    expect([undefined, 'flex', 'priority'].map(worst)).toEqual([11_000n, 11_000n, 22_000n]);
  });

  it('knows the tiers of its source and those that cost nothing more, and no others', () => {
    const { knowsTier } = createPricePercents(SOURCE, 'm', undefined);
    expect(['priority', 'flex', 'auto', 'standard'].map(knowsTier)).toEqual([true, true, true, true]);
    expect(['batch', 'Priority', ''].map(knowsTier)).toEqual([false, false, false]);
  });

  it('is the ordinary one of a source that says nothing', () => {
    const plain = createPricePercents({ id: 'p' }, 'm', 'eu.example');
    expect([plain.of('priority'), plain.worst('flex'), plain.host]).toEqual([10_000n, 10_000n, 100]);
    expect(plain.knowsTier('priority')).toBe(false);
  });
});
