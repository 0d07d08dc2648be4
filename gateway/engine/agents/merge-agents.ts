import { PurserError } from '../../../shared/errors.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { MERGE_STEP_ROWS } from '../../ledger/merge-agents.ts';
import type { AgentRecord } from '../../ledger/records.ts';
import { statements } from '../../ledger/statements.ts';
import type { Logger } from '../../platform/ports.ts';
import { within } from '../../platform/within.ts';
import type { Engine } from '../engine.ts';

type MergeDeps = Pick<Engine, 'directory' | 'spend' | 'limits' | 'ledger' | 'bodies'>;

/** A call waits so long for the past, in milliseconds; a longer one is moved after the answer. */
const PATIENCE_MS = 3_000;

/**
 * Makes an agent part of another one. At once: its sub-keys are that one's, and everything that it has spent and holds
 * counts against the caps of that one. Its past requests follow. What was kept of its prompts is deleted.
 * @throws PurserError `CONFLICT` where its sub-keys would be without a cap
 */
export async function mergeAgents(engine: MergeDeps, id: AgentId, into: AgentId): Promise<AgentRecord> {
  const { directory, spend, limits, bodies } = engine;
  const [from, to] = [scopeOf('agent', id), scopeOf('agent', into)];
  assertCapped(engine, id, into);
  const merged = await directory.mergeAgent(id, into, () => {
    spend.mergeAgents(id, into);
    limits.merge(from, to);
  });
  if (bodies.daysOf(id) !== undefined) await bodies.keep(id, undefined);
  await within(PATIENCE_MS, moveRequests(engine, id), () => undefined);
  return merged;
}

/** A sub-key may share the cap of its agent; it must not lose it. */
function assertCapped({ directory, limits }: MergeDeps, id: AgentId, into: AgentId): void {
  const [from, to] = [directory.agent(id), directory.agent(into)];
  const hasCaps = (scope: Parameters<typeof limits.policyOf>[0]): boolean =>
    (limits.policyOf(scope).caps ?? []).length > 0;
  const shares = directory
    .keys()
    .some((key) => key.agentId === from.id && key.revokedAt === null && !hasCaps(scopeOf('key', key.id)));
  if (shares && !hasCaps(scopeOf('agent', to.id)))
    throw new PurserError(
      'CONFLICT',
      `The sub-keys of ${from.name} share its cap, and ${to.name} has none. Give ${to.name} a cap first.`,
    );
}

/** Moves the requests of an agent's past to the one that it is part of, some at a time. */
async function moveRequests(
  { directory, ledger }: Pick<MergeDeps, 'directory' | 'ledger'>,
  id: AgentId,
): Promise<void> {
  const last = await ledger.lastRow();
  for (let after = 0; after < last; after += MERGE_STEP_ROWS)
    await ledger.commit([statements.moveRequests(id, directory.agent(id).id, after)]);
  await ledger.write([statements.endMerge(id)]);
}

/** Goes on with merges in whose middle the last gateway ended. */
export function resumeMerges(engine: Pick<MergeDeps, 'directory' | 'ledger'>, log: Logger): void {
  for (const id of engine.ledger.contents.merging)
    void moveRequests(engine, id).catch(() => log.log('warn', 'merge-not-finished'));
}
