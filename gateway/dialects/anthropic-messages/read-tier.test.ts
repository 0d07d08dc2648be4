import { describe, expect, it } from 'vitest';
import { tierOfRequest, tierOfUsage } from './read-tier.ts';

describe('the tier of a request', () => {
  it.each([
    [{}, undefined],
    [{ speed: 'standard', inference_geo: 'global', service_tier: 'auto' }, undefined],
    [{ speed: 'fast' }, 'fast'],
    [{ speed: 'fast', inference_geo: 'us', service_tier: 'batch' }, 'fast+us+batch'],
    [{ inference_geo: null, service_tier: 'standard_only' }, undefined],
    // Without a price: it must not pass for an ordinary one.
    [{ speed: 2 }, 'unknown'],
    [{ inference_geo: ['us'] }, 'unknown'],
  ])('%j is %s', (body, tier) => {
    expect(tierOfRequest(body)).toBe(tier);
  });
});

describe('the tier of a reply', () => {
  it.each([
    ['is that of the request where it says nothing', {}, 'fast+us', 'fast+us'],
    ['is the reported one where it says something', { speed: 'standard' }, 'fast+us', 'us'],
    ['keeps the service tier apart from speed and place', { inference_geo: 'global' }, 'us+priority', 'priority'],
    ['may be another than the requested one', { service_tier: 'standard' }, 'priority', undefined],
    ['is none where neither says one', {}, undefined, undefined],
  ])('%s', (_what, usage, asked, tier) => {
    expect(tierOfUsage(usage, asked)).toBe(tier);
  });
});
