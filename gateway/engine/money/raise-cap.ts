import type { Cap } from '../../../shared/cap.ts';
import type { CapView } from '../../../shared/contract/views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { agentIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import { addMoney, subtractMoney } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { Directory } from '../../accounts/directory.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import type { CapOwnerName } from '../../domain/caps/part-caps.ts';
import type { Engine } from '../engine.ts';
import { capView } from '../cap-parts.ts';

interface Raise<Owner = CapOwnerName> extends Pick<Cap, 'window' | 'rolling'> {
  readonly scope: Owner;
  /** Left out: the amount of the cap itself. */
  readonly extra?: Nanodollars | undefined;
}

type About = Pick<AuditEntry, 'agentId' | 'subKeyId'>;

/** Raises a cap because a person asked for it. @throws PurserError `NOT_FOUND`, `CONFLICT` for a revoked sub-key */
export async function raiseCap(
  engine: Engine,
  raise: Raise<PolicyScope>,
): Promise<{ readonly scope: PolicyScope; readonly cap: CapView }> {
  await raiseForToday(engine, raise, aboutScope(raise.scope, engine.directory));
  return { scope: raise.scope, cap: capView(capOf(engine, raise)) };
}

/**
 * Adds to what a cap allows now, until the local day ends: on disk and audited before it counts.
 * @param about the agent or sub-key that the record names
 */
export async function raiseForToday(engine: Engine, raise: Raise, about: About): Promise<void> {
  const { spend, calendar, clock } = engine;
  const { cap, allowed } = capOf(engine, raise);
  const { end: until } = calendar.spanAt('day', clock.now());
  if (until === null) throw new Error('a local day without an end');
  // The book keeps one raise per cap, so an earlier raise of today becomes part of the new one.
  const extra = addMoney(subtractMoney(allowed, cap.amount), raise.extra ?? cap.amount);
  await spend.raise({ owner: raise.scope, window: cap.window, rolling: cap.rolling, extra, until }, about);
}

function capOf({ spend }: Engine, { scope, window, rolling }: Raise): CapAccount {
  const account = spend.accounts(scope).find(({ cap }) => cap.window === window && cap.rolling === rolling);
  if (!account)
    throw new PurserError(
      'NOT_FOUND',
      `There is no ${rolling ? 'rolling ' : ''}${window} cap on ${scope} that could be raised. See \`purser policy ` +
        `export\` for the caps there are.`,
    );
  return account;
}

function aboutScope(scope: PolicyScope, directory: Directory): About {
  const [kind, id] = scope.split(':');
  if (kind === 'agent') return { agentId: directory.agent(agentIdSchema.parse(id)).id };
  if (kind !== 'key') return {};
  const key = directory.key(subKeyIdSchema.parse(id));
  if (key.revokedAt !== null)
    throw new PurserError(
      'CONFLICT',
      'This sub-key is revoked, and that is final: a raised cap would change nothing. Issue a new sub-key.',
    );
  return { agentId: key.agentId, subKeyId: key.id };
}
