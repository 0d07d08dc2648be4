import type { ProviderKind } from '../../shared/contract/views.ts';
import { anthropic } from './anthropic.ts';
import { openai } from './openai.ts';
import type { Endpoint, ProviderSpec } from './provider-spec.ts';

/** Every kind of provider Purser knows. */
export const PROVIDERS: Readonly<Record<ProviderKind, ProviderSpec>> = { openai, anthropic };

/** Where a request goes: `/NAME/[v1/]PATH`. Tools differ in whether they add `/v1`, so both are served. */
export interface Route {
  readonly providerName: string;
  readonly path: string;
}

/** Splits a request path. @returns undefined when it names no provider. */
export function parseRoute(pathname: string): Route | undefined {
  const match = /^\/([a-z][a-z0-9-]{0,31})\/(?:v1\/)?(.+?)\/?$/.exec(pathname);
  return match?.[1] && match[2] ? { providerName: match[1], path: match[2] } : undefined;
}

export function findEndpoint(spec: ProviderSpec, method: string, path: string): Endpoint | undefined {
  return spec.endpoints.find((endpoint) => endpoint.path === path && endpoint.method === method);
}

/** The provider's own URL of an endpoint, from its record alone: nothing in a request can name a host. */
export function upstreamUrl(spec: ProviderSpec, baseUrl: string, endpoint: Endpoint, search: string): URL {
  const version = spec.sdkSuffix === '' ? '/v1' : '';
  return new URL(`${baseUrl.replace(/\/+$/, '')}${version}/${endpoint.path}${search}`);
}
