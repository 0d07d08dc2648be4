import type { SubKeyRecord } from '../ledger/records.ts';
import type { ProviderRecord } from '../ledger/records.ts';
import type { Ask, Dialect, JsonObject } from '../dialects/dialect.ts';
import { findRepeatedField } from '../dialects/json-fields.ts';
import { parseObject } from '../dialects/read-json.ts';
import { decide } from '../domain/decide.ts';
import { findPrice, outputThatFits } from '../domain/price.ts';
import type { ModelPrice } from '../domain/price.ts';
import { explainCap, explainUnknownPrice } from '../domain/sentences.ts';
import type { TokenBound } from '../domain/usage.ts';
import type { ProviderSpec } from '../providers/provider-spec.ts';
import type { ProxyDeps } from './proxy-deps.ts';
import type { Denial } from './reply.ts';
import type { Tab } from './settle-up.ts';

/** Lowering a limit below this makes answers that help nobody; then the cap refuses instead. */
const SMALLEST_USEFUL_OUTPUT = 256;
/** What is asked for when the limit must be lowered and neither the request nor the model's own maximum is known. */
const COMMON_OUTPUT_MAXIMUM = 16_384;

/** May this sub-key spend at all? Says why not, in a sentence for the person. */
export function checkStanding(deps: ProxyDeps, key: SubKeyRecord): Denial | undefined {
  const agent = deps.directory.agent(key.agentId);
  if (key.revokedAt !== null) {
    return { kind: 'not-allowed', code: 'sub-key-revoked', message: `This sub-key of ${agent.name} was revoked. Issue a new one in Purser.` };
  }
  const refusal = decide({
    agent: agent.name,
    keyPaused: key.paused,
    agentPaused: agent.paused,
    everythingPaused: deps.directory.everythingPaused(),
  });
  return refusal && { kind: 'not-allowed', code: refusal.rule, message: refusal.message };
}

export type ReadResult = { readonly ok: true; readonly text: string; readonly json: JsonObject; readonly ask: Ask } | { readonly ok: false; readonly denial: Denial };

/** Reads what the body asks for. Whatever two servers could read differently is refused. */
export function readRequest(dialect: Dialect, bytes: Buffer): ReadResult {
  const invalid = (code: string, message: string): ReadResult => ({ ok: false, denial: { kind: 'invalid-request', code, message } });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return invalid('malformed', 'The request body is not valid UTF-8.');
  }
  const json = parseObject(text);
  if (!json) return invalid('malformed', 'The request body is not a JSON object.');
  const repeated = findRepeatedField(text);
  if (repeated !== undefined) return invalid('malformed', `The field "${repeated}" stands twice in the request body.`);
  const ask = dialect.readAsk(json, bytes.length);
  if ('fault' in ask) return ask.fault === 'unbounded' ? { ok: false, denial: { kind: 'not-allowed', code: 'bound', message: ask.message } } : invalid('malformed', ask.message);
  return { ok: true, text, json, ask };
}

export type ReserveOutcome =
  | { readonly ok: true; readonly tab: Tab; readonly outputLimit: number | undefined }
  | { readonly ok: false; readonly denial: Denial };

interface ReserveWish {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  readonly spec: ProviderSpec;
  readonly ask: Ask;
}

/** Holds the worst case against every cap, lowering the request's output limit to what is left before refusing. */
export function reserve(deps: ProxyDeps, { key, provider, spec, ask }: ReserveWish): ReserveOutcome {
  const deny = (code: string, message: string): ReserveOutcome => ({ ok: false, denial: { kind: 'not-allowed', code, message } });
  const price = findPrice({ provider: spec.priceId, model: ask.model, at: deps.clock.now(), overrides: deps.providers.prices() });
  if (!price) return deny('price', explainUnknownPrice(ask.model, spec.title));
  const input = Math.min(ask.inputBound ?? Infinity, price.contextWindow ?? Infinity);
  const wanted = ask.outputLimit ?? (price.contextWindow === undefined ? COMMON_OUTPUT_MAXIMUM * ask.choices : price.contextWindow * ask.choices);
  if (input === Infinity) return deny('bound', `This request has parts whose tokens cannot be bounded, and the context window of "${ask.model}" is not known.`);

  const fits = outputThatFits(price, { input, cacheWrites: ask.cacheWrites }, deps.spend.left(key.id));
  const floor = Math.min(wanted, Math.max(ask.smallestOutputLimit, SMALLEST_USEFUL_OUTPUT) * ask.choices);
  const lowered = fits < wanted && fits >= floor;
  // Without a limit of its own and a known window, a limit must be set: the bound has to hold at the provider too.
  const mustLimit = lowered || (ask.outputLimit === undefined && price.contextWindow === undefined);
  const perChoice = mustLimit ? Math.floor(Math.min(lowered ? fits : wanted, ask.outputLimit ?? COMMON_OUTPUT_MAXIMUM * ask.choices) / ask.choices) : undefined;
  const bound: TokenBound = { input, output: perChoice === undefined ? wanted : perChoice * ask.choices, cacheWrites: ask.cacheWrites };

  const result = deps.spend.reserve(key, {
    provider: provider.name,
    model: ask.model,
    stream: ask.stream,
    reserved: price.worstCost(bound),
    price: price.rates,
    loweredOutput: lowered,
  });
  if (!result.reserved) return deny('cap', capSentence(deps, key, result.account, price, { input, output: floor, cacheWrites: ask.cacheWrites }));
  return { ok: true, tab: { reservation: result.reservation, price, bound, hiddenOutput: ask.hiddenOutput }, outputLimit: perChoice };
}

function capSentence(deps: ProxyDeps, key: SubKeyRecord, account: Parameters<typeof explainCap>[0]['account'], price: ModelPrice, least: TokenBound): string {
  return explainCap({ agent: deps.directory.agent(key.agentId).name, account, needed: price.worstCost(least), timeZone: deps.timeZone });
}
