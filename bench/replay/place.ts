import type { Home } from './homes.ts';

/** Paths of Vertex AI hold project and region, which Purser's Gemini does not serve; the rest of them is the same. */
const VERTEX = /^\/v1(?:beta1)?\/projects\/[^/]+\/locations\/[^/]+\/publishers\/[^/]+\/models\/(.+)$/;

/** A recorded path without what its provider puts before it. */
export function ownPath({ prefixes, name }: Home, pathname: string): string {
  const vertex = name === 'vertex' ? VERTEX.exec(pathname)?.[1] : undefined;
  if (vertex !== undefined) return `/v1beta/models/${vertex}`;
  const prefix = prefixes.find((known) => pathname.startsWith(`${known}/`));
  return pathname.slice(prefix?.length ?? 0);
}

/** The path and query with which a tool asks Purser for the same. The key is in a header, never in the query. */
export function gatewayPath(home: Home, url: URL): string {
  const below = home.prefixes.some((prefix) => url.pathname.startsWith(`${prefix}/`));
  return `/${home.name}${below ? home.suffix : ''}${ownPath(home, url.pathname)}${searchWithoutKey(url)}`;
}

/** As it stands there but for a key: a server may care for the letters. */
export function searchWithoutKey({ search }: URL): string {
  const parts = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('key='));
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const MODEL_CALLS = [
  /\/((chat\/)?completions|responses(\/compact)?|messages|embeddings|images\/(generations|edits)|audio\/[a-z]+)$/,
  /\/api\/(chat|generate|embed|embeddings)$/,
  /:(streamG|g)enerateContent$|:(batchE|e)mbedContents?$/,
];

/** Something that a provider bills, as opposed to lists, files and what was stored. */
export function isModelCall(method: string, url: URL): boolean {
  return method === 'POST' && MODEL_CALLS.some((pattern) => pattern.test(url.pathname));
}
