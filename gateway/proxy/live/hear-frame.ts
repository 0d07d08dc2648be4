import type { JsonObject, Operation } from '../../dialects/dialect.ts';
import { setFields } from '../../dialects/json/json-fields.ts';
import { isObject } from '../../dialects/json/read-json.ts';
import type { Heard, LiveModel, LiveTalk } from '../../dialects/live/live-protocol.ts';
import { explainModelName } from '../../domain/policy/check-model-name.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { checkHostedTools, checkPolicies } from '../admit/check-policies.ts';
import type { Route } from '../admit/check-route.ts';
import { checkStanding } from '../admit/check-standing.ts';
import { readRequest } from '../admit/read-request.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { explainNoSound } from './explain-no-sound.ts';
import type { LiveSession } from './live-session.ts';
import type { LiveWorks } from './live-works.ts';

/** Frames are read as strictly as bodies are: nothing in them may be read in two ways. */
const FRAME: Operation = {
  readAsk: () => ({
    model: 'frame',
    stream: true,
    inputBound: 0,
    cacheWrites: 'none',
    outputLimit: undefined,
    choices: 1,
    smallestOutputLimit: 1,
    hiddenOutput: false,
    hideUsage: false,
  }),
  rewrite: () => ({}),
  readUsage: () => undefined,
  nestedLimits: true,
};

export interface OpenLive {
  readonly key: SubKeyRecord;
  readonly route: Route;
  readonly session: LiveSession;
  readonly talk: LiveTalk;
  readonly works: LiveWorks;
}

/** The way of a client's frame, top to bottom: read, admit, hold, forward. */
export async function hearFrame(deps: ProxyDeps, live: OpenLive, bytes: Buffer): Promise<void> {
  const { session, talk, works } = live;
  if (!session.isOpen()) return;
  // Read.
  const read = await readRequest(FRAME, bytes, { params: {}, query: new URLSearchParams() });
  if (!read.ok) return session.refuse(read.refusal);
  const heard = talk.hear(read.call.body, bytes.length);
  if ('fault' in heard)
    return session.refuse(
      heard.fault === 'unbounded'
        ? { kind: 'not-allowed', code: 'bound', message: heard.message }
        : { kind: 'invalid-request', code: 'malformed', message: heard.message },
    );
  // Admit.
  const forbidden = admit(deps, live, heard, read.call.body);
  if (forbidden) return session.refuse(forbidden);
  // Hold.
  const limit = await holdAsked(live, heard, bytes);
  if (typeof limit === 'object') return session.end(limit.refusal, false);
  const short = await works.arm(true);
  // This frame stays here. What was sent before it may still be answered.
  if (short) return works.isArmed() ? session.endMuted(short) : session.end(short, false);
  if (!session.isOpen()) return;
  // Forward.
  const limiting = works.isArmed() ? talk.limitStanding(works.standingLimit()) : undefined;
  if (limiting !== undefined) await session.forward(limiting);
  for (const { key, lane } of heard.asks) if (lane === 'answer') works.sent(key);
  await session.forward(setFields(read.text ?? '', heard.rewrite(limit, works.standingLimit())));
}

/** Checks the models that a frame names, and the tools that it lets the provider run. */
function admit(deps: ProxyDeps, live: OpenLive, { models }: Heard, frame: JsonObject): Refusal | undefined {
  const { key, route } = live;
  for (const model of models) {
    const refusal = admitModel(deps, key, route, model);
    if (refusal) return refusal;
  }
  return admitTools(deps, live, frame);
}

/** Fields of a frame that may bring tools. */
const WITH_TOOLS = ['session', 'response', 'setup'] as const;

/** Checks the tools that a frame lets the provider run. */
function admitTools(deps: ProxyDeps, { key, route }: OpenLive, frame: JsonObject): Refusal | undefined {
  for (const field of WITH_TOOLS) {
    const part = frame[field];
    const refusal = isObject(part) ? checkHostedTools(deps, { key, provider: route.provider }, part) : undefined;
    if (refusal) return refusal;
  }
  return undefined;
}

/** Checks whether this sub-key may use a model that hears or speaks, and whether that has a price. */
export function admitModel(
  deps: Pick<ProxyDeps, 'directory' | 'limits' | 'providers' | 'clock' | 'timeZone'>,
  key: SubKeyRecord,
  { provider, spec, found }: Pick<Route, 'provider' | 'spec' | 'found'>,
  heard: LiveModel,
): Refusal | undefined {
  const { model } = heard;
  const fault = explainModelName(model);
  if (fault !== undefined) return { kind: 'invalid-request', code: 'model-name', message: fault };
  const stop =
    checkStanding(deps, deps.directory.key(key.id)) ??
    checkPolicies(deps, { key, provider, endpoint: found.endpoint.path }, model);
  if (stop) return stop;
  const told = explainNoSound(deps.providers.priceOf(provider.name, spec, model), heard, provider.name);
  return told && { kind: 'not-allowed', code: 'price', ...told };
}

/** @returns the limit to set on the answer that it asks for */
async function holdAsked(
  { works }: Pick<OpenLive, 'works'>,
  { asks }: Heard,
  bytes: Buffer,
): Promise<number | undefined | { readonly refusal: Refusal }> {
  let limit: number | undefined;
  for (const asked of asks) {
    const result = await works.ask(asked, bytes);
    if (!result.ok) return result;
    if (asked.lane === 'answer') limit = result.work.limit();
  }
  return limit;
}
