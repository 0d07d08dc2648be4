import type { IncomingMessage } from 'node:http';
import { DIALECTS } from '../../dialects/dialects.ts';
import type { DialectId } from '../../dialects/dialect.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import { findEndpoint, PROVIDERS } from '../../providers/providers.ts';
import { levelsOf } from '../admit/levels.ts';
import { isVersion } from './locate.ts';
import type { Destination } from './locate.ts';
import type { ProxyDeps } from '../proxy-deps.ts';

/**
 * Finds the provider for a path that begins with a version and names none (`/v1/messages`), or for one of Azure's that
 * names another (its SDKs take the base URL of OpenAI where that is set, and add `/deployments/NAME`): the only
 * provider that serves this path and that the policies of the sub-key allow. If there are several, the path stays
 * without one and is refused.
 */
export function resolveBarePath(
  deps: Pick<ProxyDeps, 'directory' | 'limits' | 'providers'>,
  key: SubKeyRecord,
  destination: Destination,
  request: IncomingMessage,
): Destination {
  if (destination.found === undefined && destination.path.startsWith('deployments/'))
    return toAzure(deps, key, destination);
  if (destination.provider || !isVersion(destination.providerName)) return destination;
  const spoken = dialectOf(request, destination);
  const candidates = deps.providers.providers().flatMap((provider) => {
    const spec = PROVIDERS[provider.kind];
    const found = findEndpoint(spec, destination.method, destination.path);
    const serves = found !== undefined && (spoken === undefined || found.endpoint.dialect === spoken);
    return serves && allows(deps, key, provider)
      ? [{ provider, spec, found, dialect: DIALECTS[found.endpoint.dialect] }]
      : [];
  });
  const [only, ...others] = candidates;
  return only && others.length === 0
    ? { ...destination, ...only, providerName: only.provider.name, version: destination.providerName }
    : destination;
}

function toAzure(
  deps: Pick<ProxyDeps, 'directory' | 'limits' | 'providers'>,
  key: SubKeyRecord,
  destination: Destination,
): Destination {
  const spec = PROVIDERS.azure;
  const path = `openai/${destination.path}`;
  const found = findEndpoint(spec, destination.method, path);
  const named = destination.provider?.kind === 'azure' ? [destination.provider] : deps.providers.providers();
  const [provider, ...others] = named.filter((one) => one.kind === 'azure' && allows(deps, key, one));
  if (!found || !provider || others.length > 0) return destination;
  const dialect = DIALECTS[found.endpoint.dialect];
  return { ...destination, path, provider, spec, found, dialect, providerName: provider.name, version: undefined };
}

/** Three protocols share the path of their model list; only the headers tell them apart. */
function dialectOf({ headers }: IncomingMessage, { providerName, path }: Destination): DialectId | undefined {
  if (!/^models(\/|$)/.test(path)) return undefined;
  if (headers['anthropic-version'] !== undefined) return 'anthropic-messages';
  return providerName !== 'v1' || headers['x-goog-api-key'] !== undefined || path.includes(':')
    ? 'gemini'
    : 'openai-chat';
}

function allows(deps: Pick<ProxyDeps, 'directory' | 'limits'>, key: SubKeyRecord, provider: ProviderRecord): boolean {
  return levelsOf(deps, key, provider).every(({ policy }) => policy.providers?.includes(provider.name) ?? true);
}
