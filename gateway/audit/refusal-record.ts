import type { Clock, Logger } from '../ports.ts';
import type { AuditEntry } from './entry.ts';

/** One refusal, as the person will read it later. */
export interface RefusedRequest {
  /** The rule that said no. */
  readonly rule: string;
  readonly provider: string;
  readonly model?: string | undefined;
  readonly agentId?: string | undefined;
  readonly subKeyId?: string | undefined;
}

/** Puts every refusal on record, without making the client wait. */
export interface RefusalRecord {
  note(refused: RefusedRequest): void;
}

/** A stranger without a sub-key can knock as often as it likes; it must not be able to fill the disk. */
const STRANGER_EVERY_MS = 1_000;

/** @param append writes one entry to the audit log */
export function createRefusalRecord(append: (entry: AuditEntry) => Promise<void>, clock: Clock, log: Logger): RefusalRecord {
  let strangerAt = -Infinity;
  let strangersSince = 0;
  return {
    note({ rule, provider, model, agentId, subKeyId }) {
      const at = clock.now();
      if (subKeyId === undefined) {
        strangersSince += 1;
        if (Math.abs(at - strangerAt) < STRANGER_EVERY_MS) return;
      }
      const detail = { rule, provider, ...(model === undefined ? {} : { model }), ...(subKeyId === undefined ? { count: strangersSince } : {}) };
      if (subKeyId === undefined) {
        strangerAt = at;
        strangersSince = 0;
      }
      const about = { ...(agentId === undefined ? {} : { agentId }), ...(subKeyId === undefined ? {} : { subKeyId }) };
      append({ at, kind: 'request-refused', ...about, detail }).catch(() => log.log('error', 'refusal-not-audited', { rule }));
    },
  };
}
