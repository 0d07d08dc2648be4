import type { ProviderSpec } from './provider-spec.ts';

type Hosts = Pick<ProviderSpec, 'defaultBaseUrl' | 'ownHosts'>;

/**
 * Does this base URL lead to the provider itself? Only over TLS, at the ordinary port, to a host whose whole name is
 * known to be its own: what is said of a provider is not true of somebody in between.
 */
export function isOwnHost({ defaultBaseUrl, ownHosts }: Hosts, baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false;
  const { protocol, hostname, port, username, password } = new URL(baseUrl);
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false;
  if (defaultBaseUrl !== undefined && hostname === new URL(defaultBaseUrl).hostname) return true;
  return ownHosts !== undefined && new RegExp(`^(?:${ownHosts.source})$`).test(hostname);
}
