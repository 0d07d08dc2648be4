import { requestIdSchema } from '../../../shared/ids.ts';
import type { AgentId, ProviderName, SubKeyId } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import { openLedger } from '../../ledger/ledger.ts';
import { statements } from '../../ledger/statements.ts';
import type { PastRequest, PastWork } from './past-work.ts';
import { pricesOf } from '../price-table.ts';

/** One agent that is in the ledger already, and its past. */
export interface AgentPast {
  readonly agentId: AgentId;
  readonly subKeyId: SubKeyId;
  readonly agent: string;
  readonly provider: ProviderName;
  readonly endpoint: string;
  readonly stream: boolean;
  readonly work: PastWork;
}

/** Rows of one statement: enough to be quick, few enough to fit into memory. */
const ROWS = 2_000;
/** The hold of a request is above what it cost, as a reservation is. */
const HELD = 1.5;

/**
 * Writes the past into the ledger of a data folder that no gateway has open. It uses the statements of the ledger
 * itself, a reservation and a settlement for each request, so that all its sums come about as they always do.
 */
export async function writePast(dataFolder: string, agents: readonly AgentPast[]): Promise<void> {
  const rows = agents
    .flatMap((agent) => agent.work.requests.map((request) => ({ agent, request })))
    .toSorted((left, right) => left.request.startedAt - right.request.startedAt);
  const ledger = await openLedger(dataFolder);
  try {
    for (let index = 0; index < rows.length; index += ROWS) {
      const part = rows.slice(index, index + ROWS);
      await Promise.all(part.map(({ agent, request }) => ledger.commit([reservation(agent, request)])));
      await Promise.all(part.map(({ request }) => ledger.commit(settlement(request))));
    }
    await ledger.write(
      [],
      agents.flatMap(refusals).toSorted((left, right) => left.at - right.at),
    );
  } finally {
    await ledger.close();
  }
}

const reservation = (agent: AgentPast, request: PastRequest) =>
  statements.reserve({
    id: requestIdSchema.parse(request.id),
    subKeyId: agent.subKeyId,
    agentId: agent.agentId,
    provider: agent.provider,
    model: request.model,
    endpoint: agent.endpoint,
    stream: agent.stream,
    startedAt: request.startedAt,
    reserved: nanodollarsOf(Math.ceil(request.cost * HELD)),
    price: ratesOf(request.model),
    loweredOutput: false,
    session: request.session,
    project: request.project,
  });

const settlement = ({ id, settledAt, cost, usage, certainty, basis, outcome, status }: PastRequest) =>
  statements.settle(
    { id: requestIdSchema.parse(id) },
    { settledAt, cost, usage: { ...usage, cacheWriteHour: 0 }, certainty, basis, outcome, status },
  );

function refusals({ agent, agentId, subKeyId, provider, work }: AgentPast): readonly AuditEntry[] {
  return work.refusedAt.map(({ at, model }) => ({
    at,
    kind: 'request-refused',
    agentId,
    subKeyId,
    detail: { rule: 'cap', message: `${agent} had no room left in its cap for today.`, provider, model },
  }));
}

/** As the ledger keeps the rates of a request: dollars per million tokens. */
function ratesOf(model: string): string {
  const price = pricesOf(model);
  if (price === undefined) throw new Error(`The simulated provider has no ${model}.`);
  const usd = (nanodollarsPerToken: number): number => nanodollarsPerToken / 1_000;
  return JSON.stringify({
    input_mtok: usd(price.input),
    output_mtok: usd(price.output),
    cache_read_mtok: usd(price.cacheRead),
    ...(price.cacheWrite > price.input ? { cache_write_mtok: usd(price.cacheWrite) } : {}),
  });
}
