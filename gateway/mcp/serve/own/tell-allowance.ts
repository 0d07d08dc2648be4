import { formatUsd } from '../../../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../../../shared/policy.ts';
import type { PolicyScope } from '../../../../shared/policy.ts';
import type { CapAccount } from '../../../domain/caps/cap-book.ts';
import type { SubKeyRecord } from '../../../ledger/records.ts';
import type { McpDeps } from '../mcp-deps.ts';

/** Every cap that applies to a sub-key, in words and as values. */
export function tellAllowance(
  { spend, directory, limits, timeZone }: Pick<McpDeps, 'spend' | 'directory' | 'limits' | 'timeZone'>,
  key: SubKeyRecord,
) {
  const agent = directory.agent(key.agentId);
  const { group } = limits.policyOf(scopeOf('agent', agent.id));
  const owners: readonly (readonly [PolicyScope, string])[] = [
    [scopeOf('key', key.id), 'this sub-key'],
    [scopeOf('agent', key.agentId), agent.name],
    ...(group === undefined ? [] : [[scopeOf('group', group), `the group ${group}`] as const]),
    [EVERYTHING, 'everything together'],
  ];
  const caps = owners.flatMap(([owner, whose]) => spend.accounts(owner).map((account) => capOf(account, whose)));
  const left = spend.left(owners.map(([owner]) => owner));
  const lines = caps.map(({ whose, window, used, of, resets }) => {
    const anew = resets === null ? '' : `; begins anew ${clockOf(resets, timeZone)}`;
    return `${whose}: ${used} of ${of} used, ${window}${anew}.`;
  });
  const isCapped = Number.isSafeInteger(left);
  const first = isCapped ? `${formatUsd(left)} is left for your next request.` : 'No cap applies to you.';
  return {
    content: [{ type: 'text' as const, text: [first, ...lines].join('\n') }],
    structuredContent: { agent: agent.name, leftUsd: isCapped ? left / 1e9 : null, caps },
  };
}

function capOf({ cap, allowed, spent, reserved, span }: CapAccount, whose: string) {
  return {
    whose,
    window: `${cap.rolling ? 'rolling ' : ''}${cap.window}`,
    used: formatUsd(spent),
    held: formatUsd(reserved),
    of: formatUsd(allowed),
    resets: cap.rolling || span.end === null ? null : new Date(span.end).toISOString(),
  };
}

function clockOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
}
