import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { DialectId } from '../../dialects/dialect.ts';
import { explainBeside } from '../../dialects/live/explain-beside.ts';
import { tell } from '../../domain/words/tell.ts';
import { checkFolders } from '../../domain/policy/folder-limit.ts';
import type { RatedLevel } from '../../domain/caps/rate-book.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { Endpoint } from '../../dialects/dialect.ts';
import { apiUrl, upstreamUrl } from '../../providers/providers.ts';
import type { FoundEndpoint } from '../../providers/providers.ts';
import type { ProviderSpec } from '../../providers/provider-spec.ts';
import { PROVIDER_KINDS } from '../../../shared/providers/provider-records.ts';
import { explainBarePath } from '../arrive/locate.ts';
import type { Destination } from '../arrive/locate.ts';
import { folderLimitsOf } from '../caller/caller-folder.ts';
import { withoutCredentials } from '../caller/credentials.ts';
import type { Target } from '../forward/forward.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { refusalOfFault } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { refusalOfRule } from '../refuse/refusal-of-rule.ts';
import { checkOwner } from './check-owner.ts';
import { checkPolicies } from './check-policies.ts';
import { checkStanding } from './check-standing.ts';
import { levelsOf } from './levels.ts';

/** The route of an admitted request: everything known about it before its body is read. */
export interface Route {
  readonly provider: ProviderRecord;
  readonly spec: ProviderSpec;
  readonly found: FoundEndpoint;
  readonly target: Target;
  /** True if a header asks for the model's million-token window. */
  readonly largeContext: boolean;
}

export type RouteResult = ({ readonly ok: true } & Route) | { readonly ok: false; readonly refusal: Refusal };

/** The parts of the gateway that the check needs. */
type RouteDeps = Pick<
  ProxyDeps,
  'directory' | 'limits' | 'providers' | 'callers' | 'clock' | 'timeZone' | 'authorizeFor' | 'owned'
>;

/** Checks everything that does not need the body: standing, provider, endpoint, policies, the provider's key. */
export async function checkRoute(
  deps: RouteDeps,
  key: SubKeyRecord,
  destination: Destination,
  { headers, socket, method = '' }: IncomingMessage,
): Promise<RouteResult> {
  const { provider, spec, found } = destination;
  const stop = checkStanding(deps, key);
  if (stop) return { ok: false, refusal: stop };
  if (!provider || !found) return { ok: false, refusal: refuseDestination(destination, method) };
  const subject = { key, provider, endpoint: found.endpoint.path };
  const levels = levelsOf(deps, key, provider);
  const refused =
    checkPolicies(deps, subject) ?? checkManaging(found.endpoint, levels) ?? (await checkFolder(deps, levels, socket));
  const notOwn = refused ?? checkOwner(deps, key, provider, found);
  if (notOwn) return { ok: false, refusal: notOwn };
  const proof = await proofOf(deps, provider, { spec, dialect: found.endpoint.dialect });
  if ('kind' in proof) return { ok: false, refusal: proof };
  return {
    ok: true,
    provider,
    spec,
    found,
    target: {
      url: targetUrl(destination, provider, found),
      method: found.endpoint.method,
      headers,
      ...proof,
    },
    largeContext: String(headers['anthropic-beta'] ?? '').includes('context-1m'),
  };
}

/** What changes something for everybody passes only where a policy names it: none is as good as a no. */
function checkManaging(
  { path, manages }: Pick<Endpoint, 'path' | 'manages'>,
  levels: readonly RatedLevel[],
): Refusal | undefined {
  // Every level that names endpoints has been asked whether this one is among them.
  if (manages === undefined || levels.some(({ policy }) => policy.endpoints !== undefined)) return undefined;
  const message =
    `Purser lets an agent ${manages} only if its policy says so. Allow it: add "${path}" to the endpoints of its ` +
    `policy, beside the others that it may call.`;
  return { kind: 'not-allowed', code: 'endpoints', message };
}

/** How the request will prove who pays: with the key in a header, or as a cloud wants it. */
async function proofOf(
  { authorizeFor, providers }: Pick<RouteDeps, 'authorizeFor' | 'providers'>,
  provider: ProviderRecord,
  { spec, dialect }: { readonly spec: ProviderSpec; readonly dialect: DialectId },
): Promise<Pick<Target, 'key' | 'authorize' | 'refused'> | Refusal> {
  try {
    const secret = await providers.secretOf(provider.name);
    if (secret === undefined) return spec.keyless ? { key: undefined } : refuseWithoutKey(provider);
    const authorize = spec.cloud && authorizeFor(spec.cloud, secret);
    const refused = (): void => providers.keyRefused(provider.name, secret);
    return authorize ? { key: undefined, authorize, refused } : { key: spec.keyHeader(secret, dialect), refused };
  } catch (error) {
    // A keychain that is locked, a secret manager that does not answer: its sentence says what to do.
    return refusalOfFault(error);
  }
}

/** Refuses a path that leads to no provider, or to nothing that Purser passes on there. */
function refuseDestination(destination: Destination, method: string): Refusal {
  const { provider, path, spec } = destination;
  const notFound = (code: string, message: string): Refusal => ({ kind: 'not-found', code, message });
  if (!provider) {
    const name = destination.providerName || path;
    return notFound(
      'provider',
      explainBarePath(destination) ?? `Purser has no provider named "${name}". ${howToAdd(name)}`,
    );
  }
  if (provider.http)
    return notFound(
      'endpoint',
      `Purser does not pass ${method} ${path} on to ${provider.name}: its method is unusual, or encoded dots in its ` +
        `path could lead elsewhere.`,
    );
  const beside = explainBeside(path);
  if (beside !== undefined) return { kind: 'not-allowed', code: 'beside', message: beside };
  const why = spec.whyNotServed?.(path);
  if (why !== undefined) return notFound('endpoint', why);
  return {
    kind: 'not-found',
    code: 'endpoint',
    ...tell({ code: 'not-metered', method, path, provider: provider.name }),
  };
}

/** The command that adds it, where its name says what it is. */
function howToAdd(name: string): string {
  return PROVIDER_KINDS.some((kind) => kind === name)
    ? `Add its key: purser provider add ${name}`
    : 'See `purser provider list` for those that it has, with the base URL of each.';
}

function refuseWithoutKey(provider: ProviderRecord): Refusal {
  return {
    kind: 'not-allowed',
    code: 'provider',
    ...tell({ code: 'provider-without-key', provider: provider.name }),
  };
}

function targetUrl({ spec, url, version }: Destination, provider: ProviderRecord, found: FoundEndpoint): Target['url'] {
  const query = withoutCredentials(new URLSearchParams(url.search));
  const search = query.size > 0 ? `?${query.toString()}` : '';
  return provider.http
    ? apiUrl(provider.baseUrl, found.endpoint, search)
    : upstreamUrl(spec, provider.baseUrl, found, { version, search });
}

/** Checks that the tool runs in the folder that its policies demand. The folder is looked up only if one demands it. */
export async function checkFolder(
  { callers }: Pick<ProxyDeps, 'callers'>,
  levels: readonly RatedLevel[],
  socket: Socket,
): Promise<Refusal | undefined> {
  if (levels.every(({ policy }) => policy.folder === undefined)) return undefined;
  const [limits, caller] = await Promise.all([folderLimitsOf(levels), callers.foldersOf(socket)]);
  const refusal = checkFolders(limits, caller);
  return refusal && refusalOfRule(refusal);
}
