import { scopeOf } from '../../../shared/policy.ts';
import type { NoticeFact } from '../../../shared/contract/notice-facts.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import type { Logger } from '../../platform/ports.ts';
import type { Inside } from '../inside.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type RotationDeps = Pick<Inside, 'directory' | 'limits' | 'connections' | 'notices' | 'clock' | 'changed'>;

/** The time when a sub-key's secret should be replaced; undefined if its policy does not ask for that. */
export function rotationDueAt(
  { limits }: Pick<Inside, 'limits'>,
  { id, rotatedAt, createdAt }: SubKeyRecord,
): number | undefined {
  const { rotateDays } = limits.policyOf(scopeOf('key', id));
  return rotateDays === undefined ? undefined : (rotatedAt ?? createdAt) + rotateDays * DAY_MS;
}

/**
 * Replaces the secrets that are due, if Purser itself can write the new one into the tool; the old ones work for
 * another day. For other sub-keys it only notifies the person: nothing would receive their new secret.
 * @param said the sub-keys already reported, so that each is reported once
 */
export async function rotateDue(
  { directory, limits, connections, notices, clock, changed }: RotationDeps,
  said: Set<SubKeyId>,
): Promise<void> {
  for (const key of directory.keys()) {
    const due = key.revokedAt === null ? rotationDueAt({ limits }, key) : undefined;
    if (due === undefined || clock.now() < due) continue;
    const agent = directory.agent(key.agentId).name;
    const tell = (text: string, about: NoticeFact): void =>
      notices.add({ at: clock.now(), kind: 'rotation', agentId: key.agentId, text, about });
    if (connections?.holds(key.id)) {
      const { secret } = await directory.rotate(key.id, DAY_MS);
      await connections.rewrite(key.id, secret);
      tell(`The sub-key of ${agent} has a new secret, in its tool already. The old one works for another day.`, {
        code: 'rotated',
        agent,
      });
      changed.emit();
    } else if (!said.has(key.id)) {
      said.add(key.id);
      tell(
        `The secret of the sub-key of ${agent} ending in ${key.hint} is due to be replaced: purser key ` +
          `rotate ${key.id}`,
        { code: 'rotation-due', agent, hint: key.hint, subKeyId: key.id },
      );
    }
  }
}

/** Replaces secrets that are due: now, and every hour. @returns a function that ends it */
export function startRotation(engine: RotationDeps, log: Logger): () => void {
  const said = new Set<SubKeyId>();
  const check = (): void => void rotateDue(engine, said).catch(() => log.log('error', 'rotation-failed'));
  check();
  const timer = setInterval(check, HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
