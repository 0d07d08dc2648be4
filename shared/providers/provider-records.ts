import { HOSTED_PROVIDERS } from './hosted-providers.ts';
import { OWN_SERVERS } from './own-servers.ts';
import type { ProviderRecord } from './provider-record.ts';

export type ProviderKind = keyof typeof HOSTED_PROVIDERS | keyof typeof OWN_SERVERS;

/** Every kind of provider, in the order in which lists show them. */
export const PROVIDER_RECORDS: Readonly<Record<ProviderKind, ProviderRecord>> = {
  ...HOSTED_PROVIDERS,
  ...OWN_SERVERS,
};

export const PROVIDER_KINDS: readonly ProviderKind[] = Object.keys(PROVIDER_RECORDS).filter(isProviderKind);

/** True for the name of a kind of provider. */
export function isProviderKind(name: string): name is ProviderKind {
  return Object.hasOwn(PROVIDER_RECORDS, name);
}
