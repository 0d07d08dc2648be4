import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { Ask, Call, Endpoint, Operation } from '../../dialects/dialect.ts';
import { findAlias } from '../../dialects/json/find-alias.ts';
import { findRepeatedAnywhere } from '../../dialects/json/find-repeated.ts';
import { findRepeatedField } from '../../dialects/json/json-fields.ts';
import { inspectJson } from '../../dialects/json/inspect-json.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import { hasManyEscapes, readText } from '../../dialects/json/read-text.ts';
import { explainModelName } from '../../domain/policy/check-model-name.ts';
import { decide } from '../../domain/policy/decide.ts';
import type { RuleRefusal } from '../../domain/policy/decide.ts';
import { checkFolders } from '../../domain/policy/folder-limit.ts';
import { checkPolicy } from '../../domain/policy/policy.ts';
import type { RatedLevel } from '../../domain/caps/rate-book.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import { apiUrl, upstreamUrl } from '../../providers/providers.ts';
import type { FoundEndpoint } from '../../providers/providers.ts';
import type { ProviderSpec } from '../../providers/provider-spec.ts';
import { folderLimitsOf } from '../caller/caller-folder.ts';
import { explainLogin, findLogin, listSubKeyCandidates, withoutCredentials } from '../caller/credentials.ts';
import type { Target } from '../forward/forward.ts';
import { explainBarePath } from '../arrive/locate.ts';
import type { Destination } from '../arrive/locate.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';

/**
 * Gives a refusal by policy the shape the dialects know: 429 where only time is in the way, else 403 (or what the tool
 * shows the sentence with).
 */
export function refusalOfRule({ rule, message, retryAfterS, opensInS }: RuleRefusal): Refusal {
  if (retryAfterS === undefined)
    return { kind: 'not-allowed', code: rule, message, ...(opensInS !== undefined && { retryAfterS: opensInS }) };
  return { kind: 'rate-limited', code: rule, message, retryAfterS };
}

export type Who =
  | { readonly ok: true; readonly key: SubKeyRecord }
  | { readonly ok: false; readonly refusal: Refusal; readonly key: SubKeyRecord | undefined };

/** Finds the sub-key among everything a tool sent. */
export function identify(deps: ProxyDeps, headers: IncomingHttpHeaders, query: URLSearchParams): Who {
  const found = listSubKeyCandidates(headers, query)
    .map((candidate) => deps.directory.findSecret(candidate))
    .find((one) => one !== undefined);
  if (!found) {
    const login = findLogin(headers, query);
    if (login !== undefined)
      return {
        ok: false,
        key: undefined,
        refusal: { kind: 'unknown-sub-key', code: 'subscription-login', message: explainLogin(login) },
      };
    const message =
      'Purser does not know this key. Give this tool a sub-key: `purser key issue`, or "Issue sub-key" on the ' +
      'dashboard.';
    return { ok: false, key: undefined, refusal: { kind: 'unknown-sub-key', code: 'unknown-sub-key', message } };
  }
  if (found.secret !== 'expired') return { ok: true, key: found.key };
  const message = 'This sub-key was replaced by a new one, and its time is over. Give this tool the new one.';
  return { ok: false, key: found.key, refusal: { kind: 'not-allowed', code: 'sub-key-rotated', message } };
}

/** May this sub-key spend at all? Says why not, in a sentence for the person. */
export function checkStanding(deps: ProxyDeps, key: SubKeyRecord): Refusal | undefined {
  const agent = deps.directory.agent(key.agentId);
  if (key.revokedAt !== null) {
    return {
      kind: 'not-allowed',
      code: 'sub-key-revoked',
      message: `This sub-key of ${agent.name} was revoked. Issue a new one in Purser.`,
    };
  }
  const refusal = decide({
    agent: agent.name,
    keyPaused: key.paused,
    agentPaused: agent.paused,
    pausedBecause: deps.directory.pausedBecause(agent.id),
    everythingPaused: deps.directory.everythingPaused(),
  });
  return refusal && refusalOfRule(refusal);
}

/** The policies a request is under, widest first, with the names their money and rates are kept under. */
export function levelsOf({ directory }: ProxyDeps, key: SubKeyRecord, provider: ProviderRecord): readonly RatedLevel[] {
  const agent = directory.agent(key.agentId).name;
  const level = (kind: RatedLevel['kind'], owner: PolicyScope, whose: string): RatedLevel => ({
    kind,
    owner,
    whose,
    policy: directory.policyOf(owner),
  });
  return [
    level('everything', EVERYTHING, 'Everything together'),
    level('provider', scopeOf('provider', provider.name), provider.name),
    level('agent', scopeOf('agent', key.agentId), agent),
    level('key', scopeOf('key', key.id), `This sub-key of ${agent}`),
  ];
}

function checkPolicies(
  deps: ProxyDeps,
  key: SubKeyRecord,
  provider: ProviderRecord,
  endpoint: Pick<Endpoint, 'path'>,
  model: string | undefined,
): Refusal | undefined {
  const refusal = checkPolicy(levelsOf(deps, key, provider), {
    provider: provider.name,
    endpoint: endpoint.path,
    model,
    now: deps.clock.now(),
    timeZone: deps.timeZone,
  });
  return refusal && refusalOfRule(refusal);
}

/** Do the policies allow this model, now? */
export function checkModel(
  deps: ProxyDeps,
  key: SubKeyRecord,
  provider: ProviderRecord,
  endpoint: Endpoint,
  model: string,
): Refusal | undefined {
  return checkPolicies(deps, key, provider, endpoint, model);
}

/** The same for every model that may work on a request. */
export function checkModels(
  deps: ProxyDeps,
  key: SubKeyRecord,
  provider: ProviderRecord,
  endpoint: Endpoint,
  { model, otherModels = [] }: Pick<Ask, 'model' | 'otherModels'>,
): Refusal | undefined {
  for (const one of [model, ...otherModels]) {
    const refusal = checkModel(deps, key, provider, endpoint, one);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Is what was allowed when a request came still allowed after it has waited: for money, or for a person? */
export function checkStill(
  deps: ProxyDeps,
  key: SubKeyRecord,
  provider: ProviderRecord,
  endpoint: string,
  model: string,
): Refusal | undefined {
  const stop = checkStanding(deps, deps.directory.key(key.id));
  if (stop) return stop;
  // Its key was looked up when the request came.
  if (deps.providers.find(provider.name)?.createdAt !== provider.createdAt) {
    return {
      kind: 'not-allowed',
      code: 'providers',
      message: `${provider.name} was removed from Purser while this request waited.`,
    };
  }
  return checkPolicies(deps, key, provider, { path: endpoint }, model);
}

/**
 * Has it had its requests of this minute? Asked before its body is read, which takes memory; a place among the parallel
 * ones may be free by then.
 */
export function checkPace(deps: ProxyDeps, key: SubKeyRecord, provider: ProviderRecord): Refusal | undefined {
  const refusal = deps.spend.checkRates(levelsOf(deps, key, provider), 0);
  return refusal && refusal.rule !== 'parallel-requests' ? refusalOfRule(refusal) : undefined;
}

/** Does the tool run in the folder that its policies want? Looked up only where one wants a folder. */
async function checkFolder(
  { callers }: ProxyDeps,
  levels: readonly RatedLevel[],
  socket: Socket,
): Promise<Refusal | undefined> {
  if (levels.every(({ policy }) => policy.folder === undefined)) return undefined;
  const [limits, caller] = await Promise.all([folderLimitsOf(levels), callers.foldersOf(socket)]);
  const refusal = checkFolders(limits, caller);
  return refusal && refusalOfRule(refusal);
}

export type Route =
  | {
      readonly ok: true;
      readonly provider: ProviderRecord;
      readonly spec: ProviderSpec;
      readonly found: FoundEndpoint;
      readonly target: Target;
      /** A header opens the model's million-token window. */
      readonly largeContext: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Everything that can be judged before the body is read: standing, provider, endpoint, policies, the provider's key.
 */
export async function checkRoute(
  deps: ProxyDeps,
  key: SubKeyRecord,
  destination: Destination,
  { method, headers, socket }: IncomingMessage,
): Promise<Route> {
  const no = (kind: Refusal['kind'], code: string, message: string): Route => ({
    ok: false,
    refusal: { kind, code, message },
  });
  const { provider, spec, found, path, url } = destination;
  const stop = checkStanding(deps, key);
  if (stop) return { ok: false, refusal: stop };
  if (!provider)
    return no(
      'not-found',
      'provider',
      explainBarePath(destination) ??
        `Purser has no provider named "${destination.providerName || path}". Add its key: purser provider add openai`,
    );
  if (!found && provider.http)
    return no(
      'not-found',
      'endpoint',
      `Purser does not pass ${method} ${path} on to ${provider.name}: its method is unusual, or encoded dots in its ` +
        `path could lead elsewhere.`,
    );
  if (!found)
    return no(
      'not-found',
      'endpoint',
      `Purser cannot meter ${method} ${path} at ${provider.name} yet, so it does not pass it on.`,
    );
  const { endpoint } = found;
  const refused = checkPolicies(deps, key, provider, endpoint, undefined);
  if (refused) return { ok: false, refusal: refused };
  const elsewhere = await checkFolder(deps, levelsOf(deps, key, provider), socket);
  if (elsewhere) return { ok: false, refusal: elsewhere };
  const secret = await deps.providers.secretOf(provider.name);
  if (secret === undefined && !spec.keyless) {
    return no(
      'not-allowed',
      'provider',
      `The secret store has no key for ${provider.name} (keys kept in memory are gone after a restart). Remove the ` +
        `provider and add it again.`,
    );
  }
  const query = withoutCredentials(new URLSearchParams(url.search));
  const search = query.size > 0 ? `?${query.toString()}` : '';
  const target = {
    url: provider.http
      ? apiUrl(provider.baseUrl, endpoint, search)
      : upstreamUrl(spec, provider.baseUrl, found, { version: destination.version, search }),
    method: endpoint.method,
    headers,
    key: secret === undefined ? undefined : spec.keyHeader(secret),
  };
  return {
    ok: true,
    provider,
    spec,
    found,
    target,
    largeContext: String(headers['anthropic-beta'] ?? '').includes('context-1m'),
  };
}

/** `text` is the body as it can be rewritten; undefined for a form, which cannot. */
export type ReadResult =
  | { readonly ok: true; readonly text: string | undefined; readonly call: Call; readonly ask: Ask }
  | { readonly ok: false; readonly refusal: Refusal };

/** Above this, other requests, and a person's stop, are let in between the steps of reading one. */
const LARGE_BYTES = 512 * 2 ** 10;

const TOO_MANY_PARTS: ReadResult = {
  ok: false,
  refusal: {
    kind: 'too-large',
    code: 'too-large',
    message:
      'The request body has too many parts: more objects, fields, items or escaped letters than any request to a ' +
      'model needs.',
  },
};

/**
 * Reads what the body asks for. Whatever two servers could read differently is refused. Every step takes time in
 * proportion to the body, and no longer for one that is made to hurt.
 */
export async function readRequest(
  operation: Operation,
  bytes: Buffer,
  destination: Omit<Call, 'body' | 'byteLength'>,
): Promise<ReadResult> {
  const breathe = async (): Promise<void> => void (bytes.length > LARGE_BYTES && (await nextTurn()));
  const invalid = (code: string, message: string): ReadResult => ({
    ok: false,
    refusal: { kind: 'invalid-request', code, message },
  });
  await breathe();
  const text = readText(bytes);
  if (text === undefined) return invalid('malformed', 'The request body is not valid UTF-8.');
  await breathe();
  if (await hasManyEscapes(bytes, breathe)) return TOO_MANY_PARTS;
  await breathe();
  const { isBomb, disguised } = inspectJson(text);
  if (isBomb) return TOO_MANY_PARTS;
  if (disguised !== undefined)
    return invalid(
      'malformed',
      `The field "${disguised}" is written with escapes in the request body. Write its name plainly.`,
    );
  await breathe();
  const json = parseObject(text);
  if (!json) return invalid('malformed', 'The request body is not a JSON object.');
  await breathe();
  const repeated = operation.nestedLimits ? findRepeatedAnywhere(text) : findRepeatedField(text);
  if (repeated !== undefined) return invalid('malformed', `The field "${repeated}" stands twice in the request body.`);
  await breathe();
  const alias = findAlias(json, operation.nestedLimits === true);
  if (alias) return invalid('malformed', `The field "${alias.written}" may be read as "${alias.known}". Write it so.`);
  const call = { ...destination, body: json, byteLength: bytes.length };
  await breathe();
  return readAsk(operation, call, text);
}

/** What a call asks for, and of which models, by names that may be matched, kept and shown. */
export function readAsk(operation: Operation, call: Call, text: string | undefined): ReadResult {
  const no = (kind: Refusal['kind'], code: string, message: string): ReadResult => ({
    ok: false,
    refusal: { kind, code, message },
  });
  const ask = operation.readAsk(call);
  if ('fault' in ask)
    return ask.fault === 'unbounded'
      ? no('not-allowed', 'bound', ask.message)
      : no('invalid-request', 'malformed', ask.message);
  for (const model of [ask.model, ...(ask.otherModels ?? []), ...(ask.others ?? []).map((other) => other.model)]) {
    const fault = explainModelName(model);
    if (fault !== undefined) return no('invalid-request', 'model-name', fault);
  }
  return { ok: true, text, call, ask };
}
