import { expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { builtInPrices } from '../../domain/price/price-library.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import { createPriceCache } from './price-cache.ts';

it('does not give a provider the price of another kind that had its name before', () => {
  const cache = createPriceCache(
    () => [],
    () => builtInPrices,
  );
  const name = providerNameSchema.parse('work');
  // The provider of a running request was removed meanwhile, and another one got its name.
  expect(cache.find({ provider: name, spec: PROVIDERS.ollama, model: 'gpt-5', now: 0 })?.free).toBe(true);
  expect(cache.find({ provider: name, spec: PROVIDERS.openai, model: 'gpt-5', now: 0 })?.free).toBe(false);
});
