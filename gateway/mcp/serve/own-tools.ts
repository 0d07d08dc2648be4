import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { formatUsd } from '../../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import type { McpDeps } from './mcp-deps.ts';

/** Purser's own server. It only reads, costs nothing, and tells a sub-key about itself alone. */
export const OWN_SERVER = 'purser';

const ALLOWANCE = 'allowance';

const nameOf = (isAlone: boolean): string => (isAlone ? ALLOWANCE : `${OWN_SERVER}__${ALLOWANCE}`);

/** The tools of Purser itself. */
export const OWN_TOOLS = (isAlone: boolean) => [
  {
    name: nameOf(isAlone),
    title: 'What is left of my allowance',
    description:
      'Tells how much money you may still spend: each cap that applies to you, what is used of it, what is left, and ' +
      'when it begins anew. Reads only, costs nothing, and changes nothing.',
    inputSchema: { type: 'object' as const, properties: {}, additionalProperties: false },
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  },
];

/** @returns the answer, or undefined where another server is asked */
export function answerOwn(
  deps: Pick<McpDeps, 'spend' | 'directory' | 'limits' | 'timeZone'>,
  key: SubKeyRecord,
  isAlone: boolean,
  { name }: { readonly name: string },
) {
  if (name === nameOf(isAlone)) return tellAllowance(deps, key);
  if (!isAlone) return undefined;
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Purser has the tool "${ALLOWANCE}", and no "${name}".`);
}

function tellAllowance(
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
