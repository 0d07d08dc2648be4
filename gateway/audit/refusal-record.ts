import type { RefusalFact } from '../../shared/refusals/refusal-facts.ts';
import type { Clock, Logger } from '../platform/ports.ts';
import type { AuditEntry } from './entry.ts';

/** One refusal, as the person will read it later. */
export interface RefusedRequest {
  /** The rule that said no. */
  readonly rule: string;
  /** The sentence the tool got. */
  readonly message: string;
  /** The same as a code and values. */
  readonly about?: RefusalFact | undefined;
  /** Empty where it got no further than the door. */
  readonly provider: string;
  readonly model?: string | undefined;
  readonly agentId?: string | undefined;
  readonly subKeyId?: string | undefined;
  /** The operation, as the provider names it. */
  readonly endpoint?: string | undefined;
  /** The tool's own id of the conversation. */
  readonly session?: string | null;
  /** The repository that its tool works in, where that is known. */
  readonly project?: string | null;
  /** The HTTP status that the tool got. */
  readonly status: number;
}

/** The newest refusal of a sub-key, since this gateway started. */
export interface LastRefusal {
  readonly at: number;
  readonly rule: string;
  readonly message: string;
  readonly about?: RefusalFact;
  /** Empty where it got no further than the door. */
  readonly provider: string;
  readonly model: string | null;
}

/** Puts every refusal on record, without making the client wait. */
export interface RefusalRecord {
  note(refused: Omit<RefusedRequest, 'status'>): void;
  lastOf(subKeyId: string): LastRefusal | undefined;
}

/** A refused caller can ask again as often as it likes; it must not be able to fill the disk. */
const UNKNOWN_CALLER_EVERY_MS = 1_000;
/** Most refusals of a sub-key by each rule that are written one by one: a person reads them. */
const FIRST = 20;
/** The interval at which further refusals of a sub-key by a rule are written, with their number. */
const KEY_EVERY_MS = 60_000;

/** Most pairs of sub-key and rule that are counted at once. */
const MOST_COUNTED = 10_000;

/** The refusals of one caller by one rule since they were last written. */
interface RefusalCount {
  writtenAt: number;
  written: number;
  since: number;
}

/**
 * @param append writes one entry to the audit log
 * @param changed called when a sub-key was refused
 */
export function createRefusalRecord(
  append: (entry: AuditEntry) => Promise<void>,
  clock: Clock,
  log: Logger,
  changed: () => void,
): RefusalRecord {
  const counts = new Map<string, RefusalCount>();
  const last = new Map<string, LastRefusal>();

  /** @returns how many refusals the entry stands for; undefined when none is due */
  const countFor = (who: string | undefined, rule: string, at: number): number | undefined => {
    const name = who === undefined ? '' : `${who} ${rule}`;
    const entry = counts.get(name) ?? { writtenAt: -Infinity, written: 0, since: 0 };
    counts.set(name, entry);
    // Leased sub-keys come and go: the oldest is dropped first, and its next refusal counts as a new one.
    const [oldest] = counts.keys();
    if (counts.size > MOST_COUNTED && oldest !== undefined) counts.delete(oldest);
    const quietMs = Math.abs(at - entry.writtenAt);
    // After a quiet while, the next refusals are written one by one again.
    if (quietMs >= KEY_EVERY_MS && entry.since === 0) entry.written = 0;
    entry.since += 1;
    const isDue =
      who === undefined ? quietMs >= UNKNOWN_CALLER_EVERY_MS : entry.written < FIRST || quietMs >= KEY_EVERY_MS;
    if (!isDue) return undefined;
    const count = entry.since;
    Object.assign(entry, { writtenAt: at, written: entry.written + 1, since: 0 });
    return count;
  };

  return {
    lastOf: (subKeyId) => last.get(subKeyId),
    note({ rule, message, about: fact, provider, model, agentId, subKeyId }) {
      const at = clock.now();
      if (subKeyId !== undefined) {
        last.set(subKeyId, {
          at,
          rule,
          message: clip(message),
          ...(fact && { about: fact }),
          provider,
          model: model === undefined ? null : clip(model),
        });
        changed();
      }
      const count = countFor(subKeyId, rule, at);
      if (count === undefined) return;
      const isCounted = subKeyId === undefined || count > 1;
      const detail = {
        rule,
        message: clip(message),
        provider,
        ...(model === undefined ? {} : { model: clip(model) }),
        ...(isCounted ? { count } : {}),
        ...(fact && { about: JSON.stringify(fact) }),
      };
      const about = { ...(agentId === undefined ? {} : { agentId }), ...(subKeyId === undefined ? {} : { subKeyId }) };
      append({ at, kind: 'request-refused', ...about, detail }).catch(() =>
        log.log('error', 'refusal-not-audited', { rule }),
      );
    },
  };
}

/** An agent names its models; a name of a megabyte belongs into no record. */
function clip(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)}...` : text;
}
