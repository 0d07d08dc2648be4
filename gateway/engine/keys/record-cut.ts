import type { NotYetStored } from '../../../shared/not-yet-stored.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { Inside } from '../inside.ts';

/** The running requests that a stop has cut. */
export interface Cut {
  readonly cutRequests: number;
  readonly cutMs: number;
}

/** The agent or sub-key that a stop is about. */
export type About = Pick<AuditEntry, 'agentId' | 'subKeyId'>;

/** Marks an answer when its stop works but is not on disk yet. */
export function notYetStored({ stops }: Pick<Inside, 'stops'>, about: readonly PolicyScope[]): NotYetStored {
  return about.some((scope) => stops.isWaiting(scope)) ? { notYetStored: true } : {};
}

/** Records, beside the stop itself, how long it took to reach the last running request. */
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
