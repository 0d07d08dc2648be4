import type { Clock, Logger } from '../platform/ports.ts';
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

/** Whoever is refused can ask again as often as it likes; it must not be able to fill the disk. */
const STRANGER_EVERY_MS = 1_000;
/** The first ones of a sub-key by each rule are told one by one: a person reads them. */
const FIRST = 20;
/** A sub-key that goes on asking is told of this seldom, by each rule, with how often it was refused since. */
const KEY_EVERY_MS = 60_000;

/** So many sub-keys and rules are counted at once. */
const MOST_KNOCKERS = 10_000;

/** How often somebody was refused by a rule since that was last written. */
interface Knocks {
  writtenAt: number;
  written: number;
  since: number;
}

/**
 * @param append writes one entry to the audit log
 * @param changed told when a sub-key was refused
 */
export function createRefusalRecord(
  append: (entry: AuditEntry) => Promise<void>,
  clock: Clock,
  log: Logger,
  changed: () => void,
): RefusalRecord {
  const knocks = new Map<string, Knocks>();
  const last = new Map<string, LastRefusal>();

  /** @returns how many refusals the entry stands for; undefined when none is due */
  const countFor = (who: string | undefined, rule: string, at: number): number | undefined => {
    const name = who === undefined ? '' : `${who} ${rule}`;
    const knock = knocks.get(name) ?? { writtenAt: -Infinity, written: 0, since: 0 };
    knocks.set(name, knock);
    // Leased sub-keys come and go: who was first is forgotten first, and would be told of anew.
    const [oldest] = knocks.keys();
    if (knocks.size > MOST_KNOCKERS && oldest !== undefined) knocks.delete(oldest);
    const quietMs = Math.abs(at - knock.writtenAt);
    // It has been quiet for a while: what comes now is news again.
    if (quietMs >= KEY_EVERY_MS && knock.since === 0) knock.written = 0;
    knock.since += 1;
    const isDue = who === undefined ? quietMs >= STRANGER_EVERY_MS : knock.written < FIRST || quietMs >= KEY_EVERY_MS;
    if (!isDue) return undefined;
    const count = knock.since;
    Object.assign(knock, { writtenAt: at, written: knock.written + 1, since: 0 });
    return count;
  };

  return {
    lastOf: (subKeyId) => last.get(subKeyId),
    note({ rule, message, provider, model, agentId, subKeyId }) {
      const at = clock.now();
      if (subKeyId !== undefined) {
        last.set(subKeyId, {
          at,
          rule,
          message: clip(message),
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
