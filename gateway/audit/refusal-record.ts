import type { Clock, Logger } from '../ports.ts';
import type { AuditEntry } from './entry.ts';

/** One refusal, as the person will read it later. */
export interface RefusedRequest {
  /** The rule that said no. */
  readonly rule: string;
  /** The sentence the tool got. */
  readonly message: string;
  /** Empty where it got no further than the door. */
  readonly provider: string;
  readonly model?: string | undefined;
  readonly agentId?: string | undefined;
  readonly subKeyId?: string | undefined;
}

/** The newest refusal of a sub-key, since this gateway started. */
export interface LastRefusal {
  readonly at: number;
  readonly rule: string;
  readonly message: string;
  /** Empty where it got no further than the door. */
  readonly provider: string;
  readonly model: string | null;
}

/** Puts every refusal on record, without making the client wait. */
export interface RefusalRecord {
  note(refused: RefusedRequest): void;
  lastOf(subKeyId: string): LastRefusal | undefined;
}

/** A stranger without a sub-key can knock as often as it likes; it must not be able to fill the disk. */
const STRANGER_EVERY_MS = 1_000;

/**
 * @param append writes one entry to the audit log
 * @param changed told when a sub-key was refused
 */
export function createRefusalRecord(append: (entry: AuditEntry) => Promise<void>, clock: Clock, log: Logger, changed: () => void): RefusalRecord {
  let strangerAt = -Infinity;
  let strangersSince = 0;
  const last = new Map<string, LastRefusal>();
  return {
    lastOf: (subKeyId) => last.get(subKeyId),
    note({ rule, message, provider, model, agentId, subKeyId }) {
      const at = clock.now();
      if (subKeyId === undefined) {
        strangersSince += 1;
        if (Math.abs(at - strangerAt) < STRANGER_EVERY_MS) return;
      }
      if (subKeyId !== undefined) {
        last.set(subKeyId, { at, rule, message: clip(message), provider, model: model === undefined ? null : clip(model) });
        changed();
      }
      const detail = { rule, message: clip(message), provider, ...(model === undefined ? {} : { model: clip(model) }), ...(subKeyId === undefined ? { count: strangersSince } : {}) };
      if (subKeyId === undefined) {
        strangerAt = at;
        strangersSince = 0;
      }
      const about = { ...(agentId === undefined ? {} : { agentId }), ...(subKeyId === undefined ? {} : { subKeyId }) };
      append({ at, kind: 'request-refused', ...about, detail }).catch(() => log.log('error', 'refusal-not-audited', { rule }));
    },
  };
}

/** An agent names its models; a name of a megabyte belongs into no record. */
function clip(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)}...` : text;
}
