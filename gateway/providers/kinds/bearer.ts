import type { ProviderSpec } from '../provider-spec.ts';

/** The header in which nearly every provider wants its key. */
export const bearer: ProviderSpec['keyHeader'] = (key) => ['authorization', `Bearer ${key}`];
