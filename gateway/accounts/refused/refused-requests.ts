import { agentIdSchema, refusalIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import type { AgentId } from '../../../shared/ids.ts';
import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { RefusedRequest } from '../../audit/refusal-record.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { RefusalRecord } from '../../ledger/records.ts';
import { forgetRefusals, saveRefusals } from '../../ledger/refusal-statements.ts';
import { newId } from '../../platform/new-id.ts';
import type { Clock, Logger, Random } from '../../platform/ports.ts';
import { clipped } from '../../../shared/visible-text.ts';

/** Lists what was refused, without making a client wait and whatever a client does. */
export interface RefusedRequests {
  note(refused: RefusedRequest): void;
  /** Writes what is not written yet. */
  close(): Promise<void>;
}

interface RefusedDeps {
  readonly ledger: Pick<Ledger, 'commit'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly nameOf: (id: AgentId) => string;
  /** Called with each row that was written, new or repeated. */
  readonly listed: (refusal: RefusalView) => void;
}

/** Rows are written this often at most: a flood of refusals is a few writes a second. */
const WRITE_EVERY_MS = 100;
/** The same request asked again within this time is a repeat. */
const QUIET_MS = 300_000;
/** No row is longer than this, so that the hours of a long night can be told apart. */
const LONGEST_MS = 3_600_000;
/** Most rows of one agent that are told apart at a time; whatever else it asks for is told by its rule alone. */
const MOST_APART = 50;
const LONGEST_MESSAGE = 500;
const LONGEST_NAME = 200;
/** Letters of a code and its values; the sentence alone is kept where they are more. */
const MOST_FACTS = 2_000;

/** Repeats are told apart by this; `row` is the newest one of them. */
type Rows = Map<string, RefusalRecord>;

/**
 * Adds up what was refused: a row for the same sub-key, rule, provider, model and conversation, with a count. One agent
 * can neither fill the disk nor push others out: few of its rows are open at a time, few are written at once, and the
 * oldest are forgotten.
 */
export function createRefusedRequests(deps: RefusedDeps): RefusedRequests {
  const { ledger, clock, random, log } = deps;
  const open = new Map<AgentId | null, Rows>();
  let waiting = new Map<RefusalRecord['id'], RefusalRecord>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();

  const write = async (): Promise<void> => {
    timer = undefined;
    const rows = [...waiting.values()];
    waiting = new Map();
    const agents = [...new Set(rows.filter(({ count }) => count === 1).map(({ agentId }) => agentId))];
    const statements = [saveRefusals(rows), ...(agents.length > 0 ? forgetRefusals(agents, clock.now()) : [])];
    await ledger.commit(statements).catch(() => log.log('error', 'refusals-not-written', { rows: rows.length }));
    for (const row of rows) deps.listed(viewOf(row, deps.nameOf));
  };

  return {
    note(refused) {
      const at = clock.now();
      const asked = recordOf(refused, at);
      const rows = open.get(asked.agentId) ?? new Map<string, RefusalRecord>();
      open.set(asked.agentId, rows);
      const { name, row } = findRow(rows, asked);
      const next = row
        ? { ...asked, id: row.id, firstAt: row.firstAt, count: row.count + 1 }
        : { ...asked, id: refusalIdSchema.parse(newId(random, 'ref', 16)) };
      rows.set(name, next);
      waiting.set(next.id, next);
      // A client is answered first; what is refused meanwhile is written with it.
      timer ??= setTimeout(() => (writing = writing.then(write)), WRITE_EVERY_MS).unref();
    },
    async close() {
      clearTimeout(timer);
      await writing;
      if (waiting.size > 0) await write();
    },
  };
}

/** The row that a refusal repeats, and its name among those of its agent. */
function findRow(
  rows: Rows,
  asked: Omit<RefusalRecord, 'id'>,
): { readonly name: string; readonly row: RefusalRecord | undefined } {
  const name = JSON.stringify([asked.subKeyId, asked.rule, asked.provider, asked.model, asked.session]);
  const ofRule = `${asked.subKeyId} ${asked.rule}`;
  const isOpen = ({ firstAt, lastAt }: RefusalRecord): boolean =>
    Math.abs(asked.lastAt - lastAt) < QUIET_MS && Math.abs(asked.lastAt - firstAt) < LONGEST_MS;
  const known = rows.get(name);
  if (known && isOpen(known)) return { name, row: known };
  for (const [other, row] of rows) if (!isOpen(row)) rows.delete(other);
  if (rows.size < MOST_APART) return { name, row: undefined };
  return { name: ofRule, row: rows.get(ofRule) };
}

function recordOf(refused: RefusedRequest, at: number): Omit<RefusalRecord, 'id'> {
  const { provider, model = '', endpoint = '', session = null, project = null } = refused;
  const { rule, message, about, status } = refused;
  return {
    agentId: agentIdSchema.safeParse(refused.agentId).data ?? null,
    subKeyId: subKeyIdSchema.safeParse(refused.subKeyId).data ?? null,
    provider: clipped(provider, LONGEST_NAME),
    model: clipped(model, LONGEST_NAME),
    endpoint: clipped(endpoint, LONGEST_NAME),
    session,
    project,
    rule,
    message: clipped(message, LONGEST_MESSAGE),
    ...(about && isShort(about) && { about }),
    status,
    firstAt: at,
    lastAt: at,
    count: 1,
  };
}

/** A name in it may be of any length. */
function isShort(about: object): boolean {
  return JSON.stringify(about).length <= MOST_FACTS;
}

function viewOf({ project: _project, ...row }: RefusalRecord, nameOf: RefusedDeps['nameOf']): RefusalView {
  return { ...row, outcome: 'refused', agent: row.agentId === null ? null : nameOf(row.agentId) };
}
