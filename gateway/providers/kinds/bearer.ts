import type { ProviderSpec } from '../provider-spec.ts';

/** The key as nearly everybody wants it. */
export const bearer: ProviderSpec['keyHeader'] = (key) => ['authorization', `Bearer ${key}`];
