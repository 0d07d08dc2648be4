import { implement } from '@orpc/server';
import { gatewayContract } from '../../shared/contract/contract.ts';
import { readLine } from '../engine/reads/line.ts';
import type { Caller } from './caller.ts';
import { carryErrors } from './carry-errors.ts';
import { implementAgents } from './handlers/agents.ts';
import type { FindEngine } from './handlers/announce.ts';
import { implementAudit } from './handlers/audit.ts';
import { implementConnections } from './handlers/connections.ts';
import { implementEverything } from './handlers/everything.ts';
import { implementKeys } from './handlers/keys.ts';
import { implementLimits } from './handlers/limits.ts';
import { implementKeySources } from './handlers/key-sources.ts';
import { implementMcp } from './handlers/mcp.ts';
import { implementPrices } from './handlers/prices.ts';
import { implementProviders } from './handlers/providers.ts';
import { implementReconcile } from './handlers/reconcile.ts';
import { implementSettings } from './handlers/settings.ts';
import { implementUsage } from './handlers/usage.ts';
import { live } from './live.ts';

/**
 * The contract of one gateway, one family of calls per file. A call that changes something notifies every live client.
 * A stop takes effect synchronously, cuts running requests, and only then waits for the ledger.
 * @param engine finds the gateway that a call is for: the simulated one comes and goes
 * @param onPanic does what the panic button does besides revoking every sub-key
 */
export function implementGateway(engine: FindEngine, onPanic: (caller: Caller) => void = () => undefined) {
  const os = implement(gatewayContract).$context<Caller>().use(carryErrors);
  return os.router({
    status: os.status.handler(() => engine().gateway),
    state: os.state.handler(() => engine().views.state()),
    line: os.line.handler(() => readLine(engine())),
    live: os.live.handler(({ signal }) => live(engine(), signal)),
    providers: implementProviders(engine),
    keySources: implementKeySources(engine),
    mcp: implementMcp(engine),
    agents: implementAgents(engine),
    keys: implementKeys(engine),
    everything: implementEverything(engine, onPanic),
    ...implementLimits(engine),
    prices: implementPrices(engine),
    reconcile: implementReconcile(engine),
    connections: implementConnections(engine),
    settings: implementSettings(engine),
    audit: implementAudit(engine),
    usage: implementUsage(engine),
  });
}
