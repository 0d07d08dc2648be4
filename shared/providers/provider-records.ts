import { HOSTED_PROVIDERS } from './hosted-providers.ts';
import { MORE_HOSTS } from './more-hosts.ts';
import { OWN_SERVERS } from './own-servers.ts';
import type { ProviderRecord } from './provider-record.ts';

export type ProviderKind = keyof typeof HOSTED_PROVIDERS | keyof typeof MORE_HOSTS | keyof typeof OWN_SERVERS;

/** Every kind of provider, in the order in which lists show them. */
export const PROVIDER_RECORDS: Readonly<Record<ProviderKind, ProviderRecord>> = {
  ...HOSTED_PROVIDERS,
  ...MORE_HOSTS,
  ...OWN_SERVERS,
};

export const PROVIDER_KINDS: readonly ProviderKind[] = Object.keys(PROVIDER_RECORDS).filter(isProviderKind);

/** The same kinds in the groups in which lists show them: the usual ones, other hosts, servers of the person's own. */
export const PROVIDER_GROUPS: Readonly<Record<'usual' | 'more' | 'own', readonly ProviderKind[]>> = {
  usual: Object.keys(HOSTED_PROVIDERS).filter(isProviderKind),
  more: Object.keys(MORE_HOSTS).filter(isProviderKind),
  own: Object.keys(OWN_SERVERS).filter(isProviderKind),
};

/** True for the name of a kind of provider. */
export function isProviderKind(name: string): name is ProviderKind {
  return Object.hasOwn(PROVIDER_RECORDS, name);
}
