import type { NotYetStored } from '../../../shared/not-yet-stored.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { Inside } from '../inside.ts';

/** Running requests that a stop has reached. */
export interface Cut {
  readonly cutRequests: number;
  readonly cutMs: number;
}

/** Whom a stop is about. */
export type About = Pick<AuditEntry, 'agentId' | 'subKeyId'>;

/** What an answer says of a stop that holds and is not on disk. */
export function notYetStored({ stops }: Pick<Inside, 'stops'>, about: readonly PolicyScope[]): NotYetStored {
  return about.some((scope) => stops.isWaiting(scope)) ? { notYetStored: true } : {};
}

/** How long a stop took to reach the last running request is on record beside the stop itself. */
export async function recordCut(
  { stops, clock }: Pick<Inside, 'stops' | 'clock'>,
  cut: Cut,
  about: About,
): Promise<void> {
  if (cut.cutRequests === 0) return;
  await stops.hold({
    about: [],
    statements: [],
    entries: [{ at: clock.now(), kind: 'requests-cut', ...about, detail: { ...cut } }],
  });
}
