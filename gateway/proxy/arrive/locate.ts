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

/** Where a request wants to go, as far as its path tells. */
export interface Destination {
  readonly url: URL;
  /** Of the endpoint that is meant. */
  readonly method: string;
  /** The first part of the path, whether or not there is such a provider. */
  readonly providerName: string;
  /** As in `/v1/`; undefined when the path names none. */
  readonly version: string | undefined;
  /** The rest of the path. */
  readonly path: string;
  readonly provider: ProviderRecord | undefined;
  readonly spec: ProviderSpec;
  readonly found: FoundEndpoint | undefined;
  /** The protocol in which to refuse, when it comes to that: a guess where the path says little. */
  readonly dialect: Dialect;
}

/**
 * Reads a request's path. Never fails: what leads nowhere is refused later, in the right shape.
 * @param method of the endpoint that is meant, where it is not the request's own
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

/** The protocol of the endpoint; where there is none, a guess for the shape of the refusal. */
function dialectOf(spec: ProviderSpec, found: FoundEndpoint | undefined): Dialect {
  return DIALECTS[found?.endpoint.dialect ?? spec.endpoints[0]?.dialect ?? 'openai-chat'];
}

/** A guess, for the shape of a refusal: the kind of this name, where there is no such provider. */
function kindNamed(name: string): ProviderKind {
  return PROVIDER_KINDS.find((kind) => kind === name) ?? 'openai';
}

/** The endpoint that a path means at a provider. */
function findIn(
  { provider, spec, path }: Pick<Destination, 'provider' | 'spec' | 'path'>,
  url: URL,
  method: string,
): FoundEndpoint | undefined {
  return provider?.http ? findApi(provider.name, url.pathname, method) : findEndpoint(spec, method, path);
}

/**
 * Without the scheme and host that a request line may name: with a scheme of their own, `\` would be no slash here and
 * one at the provider.
 */
function pathIn(target: string): string {
  return `/${target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*/i, '').replace(/^[/\\]+/, '')}`;
}

/** What to tell someone whose bare path leads nowhere. */
export function explainBarePath({
  providerName,
  path,
}: Pick<Destination, 'providerName' | 'path'>): string | undefined {
  if (!isVersion(providerName)) return undefined;
  return (
    `The path /${providerName}/${path} does not say which provider is meant. Use a base URL that does (it ends ` +
    `with /openai/v1, /anthropic, ...), or let the policy of this sub-key name one provider.`
  );
}

/** A path that begins so names no provider. */
export function isVersion(name: string): boolean {
  return /^v1(alpha|beta)?$/.test(name);
}
