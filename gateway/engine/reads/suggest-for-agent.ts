import { PurserError } from '../../../shared/errors.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../../shared/policy.ts';
import { suggestPolicy } from '../../domain/policy/suggest-policy.ts';
import type { WindowCalendar } from '../../domain/time/windows.ts';
import type { Engine } from '../engine.ts';

/** A policy, and the one that the scope has. */
interface Suggested {
  readonly scope: PolicyScope;
  readonly now: Policy;
  readonly policy: Policy;
}

/**
 * The tightest policy that lets an agent do what it has done since a moment.
 * @throws PurserError `NOT_FOUND`; `INVALID_INPUT` for one that has done nothing
 */
export async function suggestForAgent(
  { ledger, limits, directory, calendar }: Pick<Engine, 'ledger' | 'limits' | 'directory' | 'calendar'>,
  agentId: AgentId,
  since: number,
): Promise<Suggested> {
  const { name } = directory.agent(agentId);
  const { used, buckets, busiestMinute } = await ledger.agentUse(agentId, since);
  if (used.length === 0)
    throw new PurserError(
      'INVALID_INPUT',
      `${name} has made no request in that time, so nothing can be learned of it.`,
    );
  const scope = scopeOf('agent', agentId);
  const now = limits.policyOf(scope);
  const policy = suggestPolicy(now, {
    models: used.filter(({ isTool }) => !isTool),
    tools: used.filter(({ isTool }) => isTool).map(({ model }) => ({ server: model.split('/')[0] ?? '', name: model })),
    busiestDay: busiestDay(calendar, buckets),
    busiestMinute,
  });
  return { scope, now, policy };
}

function busiestDay(
  calendar: WindowCalendar,
  buckets: readonly { readonly bucket: number; readonly cost: number }[],
): Nanodollars {
  const days = new Map<number, number>();
  for (const { bucket, cost } of buckets) {
    const { start } = calendar.spanAt('day', bucket);
    days.set(start, (days.get(start) ?? 0) + cost);
  }
  return nanodollarsOf(Math.max(0, ...days.values()));
}
