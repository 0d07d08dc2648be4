import type { IncomingMessage, ServerResponse } from 'node:http';
import { PurserError } from '../../shared/errors.ts';
import { DIALECTS } from '../dialects/dialects.ts';
import { setFields } from '../dialects/json-fields.ts';
import type { SubKeyRecord } from '../ledger/records.ts';
import { findEndpoint, parseRoute, PROVIDERS, upstreamUrl } from '../providers/providers.ts';
import { checkPolicies, checkStanding, levelsOf, readRequest } from './admit.ts';
import { listSubKeyCandidates } from './credentials.ts';
import { checkDoor } from './door.ts';
import { forward } from './forward.ts';
import { passThrough } from './pass-through.ts';
import type { ProxyDeps } from './proxy-deps.ts';
import { readBody } from './read-body.ts';
import { relay } from './relay.ts';
import { deny, sendJson } from './reply.ts';
import type { Denial } from './reply.ts';
import { reserve } from './reserve.ts';
import { settleAtBound, settleUnused } from './settle-up.ts';
import type { Tab } from './settle-up.ts';
import { trackRequest } from './track-request.ts';

/**
 * The way of a request, top to bottom: door, who, may it, reserve, forward, meter, settle.
 * Every way out after the reservation settles it exactly once.
 * @param port the port the gateway listens on, for the Host check
 */
export async function handleRequest(deps: ProxyDeps, port: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // 1. Door.
  const shut = checkDoor(request, port);
  if (shut) return sendJson(response, shut.status, DIALECTS['openai-chat'].errorBody('not-allowed', shut.code, shut.message), false);
  const url = new URL((request.url ?? '/').replace(/^\/+/, '/'), 'http://localhost');
  const route = parseRoute(url.pathname);
  const provider = route && deps.providers.find(route.providerName);
  const spec = PROVIDERS[provider?.kind ?? (route?.providerName === 'anthropic' ? 'anthropic' : 'openai')];
  const endpoint = route && findEndpoint(spec, request.method ?? '', route.path);
  const dialect = DIALECTS[endpoint?.dialect ?? spec.endpoints[0]?.dialect ?? 'openai-chat'];

  const about: { model: string | undefined } = { model: undefined };
  const refuse = (denial: Denial, key?: SubKeyRecord): void => {
    deps.refusals.note({ rule: denial.code, provider: route?.providerName ?? '', model: about.model, agentId: key?.agentId, subKeyId: key?.id });
    deny(response, dialect, denial);
  };

  // 2. Who.
  const candidates = listSubKeyCandidates(request.headers, url.searchParams);
  const found = candidates.map((candidate) => deps.directory.findSecret(candidate)).find((one) => one !== undefined);
  if (!found) {
    return refuse({ kind: 'unknown-sub-key', code: 'unknown-sub-key', message: 'Purser does not know this key. Give this tool a sub-key: `purser key issue`, or "Issue sub-key" on the dashboard.' });
  }

  const { key } = found;
  if (found.secret === 'expired') {
    return refuse({ kind: 'not-allowed', code: 'sub-key-rotated', message: 'This sub-key was replaced by a new one, and its time is over. Give this tool the new one.' }, key);
  }

  // 3. May it.
  const stop = checkStanding(deps, key);
  if (stop) return refuse(stop, key);
  if (!route || !provider) {
    return refuse({ kind: 'not-found', code: 'provider', message: `Purser has no provider named "${route?.providerName ?? url.pathname}". Add its key: purser provider add openai` }, key);
  }
  if (!endpoint) {
    return refuse({ kind: 'not-found', code: 'endpoint', message: `Purser cannot meter ${request.method} ${route.path} at ${provider.name} yet, so it does not pass it on.` }, key);
  }
  const levels = (): ReturnType<typeof levelsOf> => levelsOf(deps, key, provider);
  const early = checkPolicies(deps, levels(), provider, endpoint.path, undefined);
  if (early) return refuse(early, key);
  const secret = await deps.providers.secretOf(provider.name);
  if (secret === undefined) {
    return refuse({ kind: 'not-allowed', code: 'provider', message: `The secret store has no key for ${provider.name} (keys kept in memory are gone after a restart). Remove the provider and add it again.` }, key);
  }
  const body = await readBody(request, deps.maxBodyBytes);
  if (!body.read) return refuse({ kind: body.fault === 'damaged' ? 'invalid-request' : body.fault, code: body.fault, message: body.message }, key);
  url.searchParams.delete('key');
  const target = { url: upstreamUrl(spec, provider.baseUrl, endpoint, url.search), method: endpoint.method, headers: request.headers, key: spec.keyHeader(secret) };
  if (endpoint.free) return passThrough(deps, { key, target, body: body.bytes, dialect, response, provider });

  const read = readRequest(dialect, body.bytes);
  if (!read.ok) return refuse(read.denial, key);
  about.model = read.ask.model;

  deps.watch.sent(key, body.bytes);

  // 4. Reserve. The sub-key may have been stopped while the body was read.
  const stoppedMeanwhile = checkStanding(deps, deps.directory.key(key.id)) ?? checkPolicies(deps, levels(), provider, endpoint.path, about.model);
  if (stoppedMeanwhile) return refuse(stoppedMeanwhile, key);
  const tracked = trackRequest(deps.running, key, response, dialect);
  let tab: Tab | undefined;
  let sent = false;
  try {
    const largeContext = String(request.headers['anthropic-beta'] ?? '').includes('context-1m');
    const held = await reserve(deps, { key, provider, spec, ask: read.ask, levels, largeContext, stopped: tracked.stopped });
    if (!held.ok) return refuse(held.denial, key);
    ({ tab } = held);

    // 5. Forward, once the reservation is on disk: a provider may bill what Purser forgot when it was killed in between.
    const fields = dialect.rewrite(read.json, read.ask, held.outputLimit);
    const outgoing = Object.keys(fields).length === 0 ? body.bytes : Buffer.from(setFields(read.text, fields));
    await tab.reservation.durable;
    sent = true;
    const result = await forward(deps.dispatcher, { ...target, body: outgoing, signal: tracked.stopped });
    if (!result.answered) {
      const outcome = tracked.stopped.aborted ? (tracked.stopped.reason === 'client-gone' ? 'client-gone' : 'cut') : 'provider-error';
      const settle = result.sent ? settleAtBound : settleUnused;
      await settle(tab, { outcome, status: tracked.stopped.aborted ? null : 502 });
      return deny(response, dialect, { kind: 'provider-unreachable', code: result.code, message: `${provider.name} did not answer (${result.code}). Check the network and its base URL, ${provider.baseUrl}.` });
    }

    // 6 and 7. Meter, and settle before the last byte.
    await relay({ response, upstream: result.upstream, dialect, ask: read.ask, tab, stopped: tracked.stopped });
  } catch (error) {
    tracked.abort();
    const message = error instanceof PurserError ? error.message : 'Purser could not finish this request. See its log.';
    deps.log.log('error', 'request-failed', { fault: error instanceof PurserError ? error.code : 'unexpected' });
    deny(response, dialect, { kind: 'purser-fault', code: 'purser-fault', message });
    if (!response.writableEnded) response.destroy();
    if (tab) await (sent ? settleAtBound : settleUnused)(tab, { outcome: 'cut', status: null }).catch(() => undefined);
  } finally {
    tracked.done();
  }
}
