import { PROVIDER_KINDS } from '../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import type { DialectId, Endpoint, Method } from '../dialects/dialect.ts';
import { withCatalogue } from './catalogue/with-catalogue.ts';
import { anthropic } from './kinds/anthropic.ts';
import { azure } from './kinds/clouds/azure.ts';
import { bedrock } from './kinds/clouds/bedrock.ts';
import { cerebras } from './kinds/cerebras.ts';
import { customAnthropic } from './kinds/own/custom-anthropic.ts';
import { customOpenAi } from './kinds/own/custom-openai.ts';
import { deepseek } from './kinds/deepseek.ts';
import { fireworks } from './kinds/fireworks.ts';
import { gemini } from './kinds/gemini.ts';
import { groq } from './kinds/groq.ts';
import { http } from './kinds/own/http.ts';
import { baseten } from './kinds/hosts/baseten.ts';
import { chutes } from './kinds/hosts/chutes.ts';
import { cloudflare } from './kinds/hosts/cloudflare.ts';
import { cohere } from './kinds/hosts/cohere.ts';
import { deepinfra } from './kinds/hosts/deepinfra.ts';
import { friendli } from './kinds/hosts/friendli.ts';
import { huggingface } from './kinds/hosts/huggingface.ts';
import { inception } from './kinds/hosts/inception.ts';
import { meta } from './kinds/hosts/meta.ts';
import { minimax } from './kinds/hosts/minimax.ts';
import { nebius } from './kinds/hosts/nebius.ts';
import { novita } from './kinds/hosts/novita.ts';
import { nvidia } from './kinds/hosts/nvidia.ts';
import { opencode } from './kinds/hosts/opencode.ts';
import { sambanova } from './kinds/hosts/sambanova.ts';
import { siliconflow } from './kinds/hosts/siliconflow.ts';
import { stepfun } from './kinds/hosts/stepfun.ts';
import { venice } from './kinds/hosts/venice.ts';
import { vercel } from './kinds/hosts/vercel.ts';
import { xiaomi } from './kinds/hosts/xiaomi.ts';
import { lmstudio } from './kinds/own/lmstudio.ts';
import { mistral } from './kinds/mistral.ts';
import { moonshot } from './kinds/moonshot.ts';
import { ollama } from './kinds/own/ollama.ts';
import { openai } from './kinds/openai.ts';
import { openrouter } from './kinds/openrouter.ts';
import { perplexity } from './kinds/perplexity.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { qwen } from './kinds/qwen.ts';
import { together } from './kinds/together.ts';
import { vertex } from './kinds/clouds/vertex.ts';
import { xai } from './kinds/xai.ts';
import { zai } from './kinds/zai.ts';

const KINDS: Readonly<Record<ProviderKind, ProviderSpec>> = {
  openai,
  anthropic,
  gemini,
  openrouter,
  azure,
  bedrock,
  vertex,
  mistral,
  groq,
  xai,
  deepseek,
  together,
  fireworks,
  cerebras,
  moonshot,
  zai,
  qwen,
  perplexity,
  baseten,
  chutes,
  cloudflare,
  cohere,
  deepinfra,
  friendli,
  huggingface,
  inception,
  meta,
  minimax,
  nebius,
  novita,
  nvidia,
  opencode,
  sambanova,
  siliconflow,
  stepfun,
  venice,
  vercel,
  xiaomi,
  ollama,
  lmstudio,
  http,
  'custom-openai': customOpenAi,
  'custom-anthropic': customAnthropic,
};

/** Every kind of provider Purser knows, each with what is published of its models. */
export const PROVIDERS = PROVIDER_KINDS.reduce(
  (specs, kind) => Object.assign(specs, { [kind]: withCatalogue(KINDS[kind]) }),
  { ...KINDS },
);

/** A path on the gateway: `/NAME/[VERSION/]PATH`. Tools differ in whether they add `/v1`, so both are served. */
export interface GatewayPath {
  readonly providerName: string;
  /** `v1`, `v1beta`; undefined when the path names none. */
  readonly version: string | undefined;
  readonly path: string;
}

/** An endpoint, and the named parts of the path that led to it. */
export interface FoundEndpoint {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>>;
}

/** Where every tool of a protocol expects it: clouds and deployments have it elsewhere. */
const USUAL_PATHS: Partial<Readonly<Record<DialectId, string>>> = {
  'openai-chat': 'chat/completions',
  'openai-responses': 'responses',
  'anthropic-messages': 'messages',
  gemini: 'models/{model}:generateContent',
};

/** True where tools of one of these protocols work at the provider's own base URL. */
export function speaks({ endpoints }: Pick<ProviderSpec, 'endpoints'>, dialects: readonly DialectId[]): boolean {
  return endpoints.some(
    ({ dialect, path, at }) => at === undefined && dialects.includes(dialect) && path === USUAL_PATHS[dialect],
  );
}

/** Splits a request path. @returns undefined when it names no provider. */
export function parseGatewayPath(pathname: string): GatewayPath | undefined {
  const match = /^\/([a-z][a-z0-9-]{0,31})\/(?:(v1(?:alpha|beta1?)?)\/)?(.+?)\/?$/.exec(pathname);
  return match?.[1] && match[3] ? { providerName: match[1], version: match[2], path: match[3] } : undefined;
}

/** Finds what a path means at a provider. @returns undefined for what Purser does not pass on */
export function findEndpoint(spec: ProviderSpec, method: string, path: string): FoundEndpoint | undefined {
  for (const endpoint of spec.endpoints) {
    if (endpoint.method !== method) continue;
    const found = patternOf(endpoint).exec(path);
    const params = found && (endpoint.encodedParams ? decodeParams(found.groups) : { ...found.groups });
    if (params) return { endpoint, params };
  }
  return undefined;
}

/**
 * Any path of an HTTP API is an endpoint, which policies name with its method: `GET repos/purser`. But not one that
 * climbs for whoever decodes it once more: it would be another path there than the policies saw.
 */
export function findApi(providerName: string, pathname: string, method: string): FoundEndpoint | undefined {
  const known = METHODS.find((candidate) => candidate === method);
  if (known === undefined || climbs(pathname)) return undefined;
  return {
    endpoint: { path: `${known} ${pathname.slice(providerName.length + 2)}`, method: known, dialect: 'openai-chat' },
    params: {},
  };
}

/**
 * Dots between slashes of any kind, with what some servers take for their parameter, behind any number of encodings.
 */
function climbs(pathname: string): boolean {
  const plain = pathname.replaceAll(/%(?:25)*(2e|2f|5c|3b)/gi, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return /(?:^|[/\\])\.{1,2}(?:;[^/\\]*)?(?:[/\\]|$)/.test(plain);
}

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** The same path at the API itself, below the base URL of its record. */
export function apiUrl(baseUrl: string, { path, method }: Pick<Endpoint, 'path' | 'method'>, search: string): URL {
  return new URL(`${baseUrl.replace(/\/+$/, '')}/${path.slice(method.length + 1)}${search}`);
}

/** The provider's own URL of an endpoint, from its record alone: nothing in a request can name a host. */
export function upstreamUrl(
  spec: ProviderSpec,
  baseUrl: string,
  { endpoint, params }: FoundEndpoint,
  route: { readonly version: string | undefined; readonly search: string },
): URL {
  const { root, base: from } = spec.places?.(baseUrl) ?? { root: baseUrl, base: baseUrl };
  const path = (endpoint.at ?? endpoint.path).replaceAll(PARAM, (_whole, name: string) => {
    const value = params[name] ?? '';
    return endpoint.encodedParams ? encodeURIComponent(value) : value;
  });
  if (endpoint.at !== undefined) return new URL(`${root.replace(/\/+$/, '')}/${path}${route.search}`);
  const version = endpoint.unversioned
    ? undefined
    : (spec.versions.find((known) => known === route.version) ?? spec.versions[0]);
  const host = (spec.homeOf?.(baseUrl, endpoint.path, params) ?? from).replace(/\/+$/, '');
  const home = endpoint.home ?? spec.dialectHomes?.[endpoint.dialect] ?? '.';
  const base = new URL(home, `${host}/`).href.replace(/\/+$/, '');
  return new URL(`${base}${version === undefined ? '' : `/${version}`}/${path}${route.search}`);
}

const PARAM = /\{(\w+)\}/g;
const patterns = new Map<string, RegExp>();

/** A named part is one plain word: no slash, no dots that climb, nothing encoded, unless an ARN may stand there. */
function patternOf({ path: usual, at, encodedParams }: Endpoint): RegExp {
  const path = at ?? usual;
  const known = patterns.get(path);
  if (known) return known;
  const word = encodedParams ? ENCODED : '[A-Za-z0-9_][\\w.@~-]*';
  const escaped = path.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  const pattern = new RegExp(`^${escaped.replaceAll(PARAM, (_whole, name: string) => `(?<${name}>${word})`)}$`);
  patterns.set(path, pattern);
  return pattern;
}

const ENCODED = '[A-Za-z0-9](?:[\\w.:-]|%3[Aa]|%2[Ff])*';
/** The name of a model, or an ARN, whose one slash has no dots behind it that climb. */
const NAME_OR_ARN = /^(?:arn:[\w:-]+\/)?[A-Za-z0-9][\w.:-]*$/;

function decodeParams(groups: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> | undefined {
  const params = Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)] as const);
  return params.every(([, value]) => NAME_OR_ARN.test(value)) ? Object.fromEntries(params) : undefined;
}
