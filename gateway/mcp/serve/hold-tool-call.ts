import type { Reservation } from '../../accounts/spend/reservation.ts';
import { TOOL_ENDPOINT } from '../../domain/mcp/tool-facts.ts';
import { priceOfCall } from '../../domain/mcp/price-of-call.ts';
import { whoseOf } from '../../domain/policy/policy.ts';
import { tell } from '../../domain/words/tell.ts';
import type { Told } from '../../domain/words/tell.ts';
import { levelsOf } from '../../proxy/admit/levels.ts';
import type { Refusal } from '../../proxy/refuse/refusal.ts';
import { refusalOfRule } from '../../proxy/refuse/refusal-of-rule.ts';
import { refuseByLimit } from '../../proxy/reserve/refuse-by-limit.ts';
import { readParts, refuseWhileStuck } from '../../proxy/reserve/reserve.ts';
import type { McpDeps } from './mcp-deps.ts';
import { payeeOf } from '../../domain/mcp/payee.ts';
import type { ToolCall } from './tool-call.ts';

type HeldCall =
  | { readonly ok: true; readonly reservation: Reservation }
  | { readonly ok: false; readonly refusal: Refusal };

interface Asked {
  readonly call: ToolCall;
  /** `github/create_issue`: where a request has its model. */
  readonly name: string;
  readonly session: string | null;
  readonly project: string | null;
  /** What forbids the call by now: nothing may come between that and the hold. */
  readonly admit: () => Refusal | undefined;
}

/** Holds the price of a call against every cap, or refuses. It never waits for other requests. */
export async function holdToolCall(
  deps: Pick<McpDeps, 'directory' | 'limits' | 'spend' | 'watch' | 'clock' | 'timeZone'>,
  { call, name, session, project, admit }: Asked,
): Promise<HeldCall> {
  const { key, record } = call;
  const price = priceOfCall(record.prices, call.tool, call.arguments);
  if (price === undefined) return no('max-cost', tell({ code: 'mcp-no-units', tool: name }));
  const part = { provider: payeeOf(record).name, model: name, session };
  const reading = readParts(deps, key, part);
  const unread = reading && (await reading);
  if (unread) return { ok: false, refusal: unread };
  const under = levelsOf(deps, key, payeeOf(record));
  const stuck = admit() ?? refuseWhileStuck(deps);
  if (stuck) return { ok: false, refusal: stuck };
  const tooFast = deps.spend.checkRates(under, 0);
  if (tooFast) return { ok: false, refusal: refusalOfRule(tooFast) };
  const dear = under.find(({ policy }) => policy.maxCost !== undefined && price > policy.maxCost);
  if (dear) return no('max-cost', tell({ code: 'call-cost', whose: whoseOf(dear), provider: name, price }));
  const request = {
    ...part,
    endpoint: TOOL_ENDPOINT,
    stream: false,
    reserved: price,
    price: JSON.stringify({ call: price / 1e9 }),
    loweredOutput: false,
    project,
  };
  const held = deps.spend.reserve(key, request, 0);
  if (held.reserved) return { ok: true, reservation: held.reservation };
  if (held.unit === 'money') deps.watch.refused(key, held.account);
  return { ok: false, refusal: refuseByLimit(deps, { key, ...held, needed: price }) };
}

function no(code: string, told: Told): HeldCall {
  return { ok: false, refusal: { kind: 'not-allowed', code, ...told } };
}
