import type { IncomingMessage } from 'node:http';
import { PROVIDER_KINDS } from '../../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import type { ProviderBook } from '../../accounts/provider-book.ts';
import { DIALECTS } from '../../dialects/dialects.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import type { ProviderRecord } from '../../ledger/records.ts';
import { findApi, findEndpoint, parseGatewayPath, PROVIDERS } from '../../providers/providers.ts';
import type { FoundEndpoint } from '../../providers/providers.ts';
import type { ProviderSpec } from '../../providers/provider-spec.ts';

/** The destination of a request, as its path tells it. */
export interface Destination {
  readonly url: URL;
  /** The method of the endpoint that is meant. */
  readonly method: string;
  /** The first part of the path, even if no provider has that name. */
  readonly providerName: string;
  /** For example `v1`; undefined when the path names none. */
  readonly version: string | undefined;
  /** The rest of the path. */
  readonly path: string;
  readonly provider: ProviderRecord | undefined;
  readonly spec: ProviderSpec;
  readonly found: FoundEndpoint | undefined;
  /** The protocol of a possible refusal; it is a guess when the path says little. */
  readonly dialect: Dialect;
}

/**
 * Reads a request's path. Never fails: a path that leads nowhere is refused later, in the right shape.
 * @param method the method of the endpoint that is meant, if it is not the request's own
 */
export function locate(providers: ProviderBook, request: IncomingMessage, method = request.method ?? ''): Destination {
  const url = new URL(pathIn(request.url ?? '/'), 'http://localhost');
  const route = parseGatewayPath(url.pathname);
  const name = route?.providerName ?? '';
  const path = route?.path ?? url.pathname;
  const provider = route && providers.find(route.providerName);
  const spec = PROVIDERS[provider?.kind ?? kindNamed(name)];
  const found = route && findIn({ provider, spec, path }, url, method);
  const dialect = dialectOf(spec, found);
  return { url, method, providerName: name, version: route?.version, path, provider, spec, found, dialect };
}

/** The protocol of the endpoint; without one, a guess for the shape of the refusal. */
function dialectOf(spec: ProviderSpec, found: FoundEndpoint | undefined): Dialect {
  return DIALECTS[found?.endpoint.dialect ?? spec.endpoints[0]?.dialect ?? 'openai-chat'];
}

/** Guesses a provider's kind by its name when no such provider exists, for the shape of a refusal. */
function kindNamed(name: string): ProviderKind {
  return PROVIDER_KINDS.find((kind) => kind === name) ?? 'openai';
}

/** Finds the endpoint that a path means at a provider. */
function findIn(
  { provider, spec, path }: Pick<Destination, 'provider' | 'spec' | 'path'>,
  url: URL,
  method: string,
): FoundEndpoint | undefined {
  return provider?.http ? findApi(provider.name, url.pathname, method) : findEndpoint(spec, method, path);
}

/**
 * Drops the scheme and host that a request line may name: with a foreign scheme, `\` would be no slash here but one at
 * the provider.
 */
function pathIn(target: string): string {
  return `/${target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*/i, '').replace(/^[/\\]+/, '')}`;
}

/** Explains to the person why a bare path leads nowhere. */
export function explainBarePath({
  providerName,
  path,
}: Pick<Destination, 'providerName' | 'path'>): string | undefined {
  if (!isVersion(providerName) && !BEGINS_AN_ENDPOINT.has(providerName)) return undefined;
  return (
    `The path /${providerName}/${path} does not say which provider is meant. Use a base URL that does (it ends ` +
    `with /openai/v1, /anthropic, ...), or let the policy of this sub-key name one provider.`
  );
}

/** How the paths of the vendors' own APIs begin behind their version. */
const BEGINS_AN_ENDPOINT = new Set([
  'chat',
  'completions',
  'responses',
  'messages',
  'models',
  'embeddings',
  'images',
  'audio',
]);

/** True for a first path segment that is a version: such a path names no provider. */
export function isVersion(name: string): boolean {
  return /^v1(alpha|beta1?)?$/.test(name);
}
