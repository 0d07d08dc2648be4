import type { Cap } from '../../shared/cap.ts';
import type {
  ConnectedView,
  ConnectionPlan,
  ConnectionView,
  Diagnosis,
  Disconnected,
  ToolView,
  Verdict,
} from '../../shared/contract/connection-views.ts';
import type { CapsOn } from '../../shared/contract/key-calls.ts';
import { PurserError } from '../../shared/errors.ts';
import type { Moved, MovePlan, PlainServers, PutBack } from '../../shared/mcp/mcp-moves.ts';
import type { SubKeyId } from '../../shared/ids.ts';
import type { PresetId } from '../../shared/preset.ts';
import type { Emitter } from '../platform/emitter.ts';
import type { Logger } from '../platform/ports.ts';
import { createTaskQueue } from '../platform/task-queue.ts';
import type { Arrival } from './verify/arrival.ts';
import { connect, repair } from './change/connect.ts';
import { moveConnection } from './change/move-connection.ts';
import type { ConnectionRecord } from './connection-record.ts';
import { connectionId } from './connection-record.ts';
import { noteOfPlain } from './doctor/check-plain-servers.ts';
import { diagnose } from './doctor/doctor.ts';
import type { DoctorAsk, DoctorServices } from './doctor/doctor.ts';
import { warnBefore } from './doctor/warn-before.ts';
import { diffOf, draftConnection, fingerprintOf, planChanges, textWithMark } from './change/plan-connection.ts';
import type { ConnectionAsk } from './change/plan-connection.ts';
import { presetOf } from '../../shared/preset.ts';
import { surveyTools, usualCaps, viewConnection } from './survey.ts';
import { leave, planLeave } from './mcp-moves/leave.ts';
import { moveServers } from './mcp-moves/move-servers.ts';
import type { MoveOrder } from './mcp-moves/move-servers.ts';
import { draftMove, viewMove } from './mcp-moves/plan-move.ts';
import type { MoveAsk } from './mcp-moves/plan-move.ts';
import { assertReaches, putBackAsked, surveyServers } from './mcp-moves/survey-servers.ts';
import { isOwnProbe, leadsFor } from './verify/probe.ts';
import { noteProof, verify } from './verify/verify.ts';
import { toolOf } from './connection-deps.ts';
import type { ConnectionDeps } from './connection-deps.ts';

/** The one door of this folder: tools, and the changes to their config. */
export interface Connections {
  list(): Promise<ToolView[]>;
  plan(ask: ConnectionAsk): Promise<ConnectionPlan>;
  connect(
    ask: ConnectionAsk & {
      readonly preset?: PresetId | undefined;
      readonly caps?: readonly Cap[] | undefined;
      readonly capsOn?: CapsOn | undefined;
      readonly fingerprint?: string | undefined;
    },
  ): Promise<ConnectedView>;
  verify(ask: VerifyAsk): Promise<Verdict>;
  repair(id: string): Promise<ConnectionView>;
  disconnect(id: string, dryRun: boolean): Promise<Disconnected>;
  doctor(ask: DoctorAsk): Promise<Diagnosis>;
  /** The MCP servers that tools have by themselves, past Purser, and those that were moved. */
  plainServers(): Promise<PlainServers[]>;
  planMove(ask: MoveAsk): Promise<MovePlan>;
  moveServers(order: MoveOrder): Promise<Moved>;
  /** Puts moved servers back into the tool's file. */
  putBackServers(ask: Pick<MoveAsk, 'tool' | 'project'>, dryRun: boolean): Promise<PutBack>;
  /**
   * Writes a sub-key's new secret into every file that holds the old one. A file that cannot be written shows as
   * changed outside.
   */
  rewrite(id: SubKeyId, secret: string): Promise<void>;
  /**
   * Points every tool that was connected at another address of this gateway at the one it has now. @returns their
   * names, and those of tools whose files could not be changed
   */
  follow(): Promise<{ readonly moved: readonly string[]; readonly left: readonly string[] }>;
  /** Is this sub-key in a tool's file, written there by Purser? */
  holds(id: SubKeyId): boolean;
}

export interface VerifyAsk {
  readonly id: string;
  /** Let the tool itself ask one small thing. */
  readonly run: boolean;
  /** Variables about proxies of the shell that the tool is used in; left out: those of this process. */
  readonly proxies?: Readonly<Record<string, string | undefined>> | undefined;
}

interface ConnectionsDeps {
  readonly deps: ConnectionDeps;
  readonly arrivals: Emitter<Arrival>;
  readonly doctor: DoctorServices;
  readonly log: Logger;
  /** Called when a connection changed. */
  readonly changed: () => void;
}

/** Runs one piece of work after the other. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** @see Connections */
export function createConnections(parts: ConnectionsDeps): Connections {
  const { deps, arrivals, doctor, log, changed } = parts;
  // One change at a time: two connections may share a file.
  const { run: inTurn } = createTaskQueue();
  const recordOf = (id: string): ConnectionRecord => {
    const found = deps.book.find(id);
    if (!found) throw new PurserError('NOT_FOUND', `"${id}" is not connected. See \`purser connections\`.`);
    return found;
  };
  const announcing = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      changed();
    }
  };
  noteOwnRequests(parts, inTurn);

  return {
    list: () => surveyTools(deps),
    plan: (ask) => planOf(deps, ask),
    connect: (ask) =>
      inTurn(async () => {
        const tool = toolOf(deps, ask.tool);
        assertReaches(deps, ask);
        const preset = ask.preset === undefined ? undefined : presetOf(tool, ask.preset);
        const limits = { ...preset?.policy, caps: [...(ask.caps ?? preset?.caps ?? usualCaps(tool))] };
        const { record, instructions } = await announcing(
          connect(deps, { ...ask, limits, capsOn: ask.capsOn ?? 'agent', isChosen: ask.caps !== undefined }),
        );
        return {
          connection: await viewConnection(deps, record),
          instructions,
          limits: deps.keys.limitsOf(record.subKeyId),
        };
      }),
    verify: ({ id, ...ask }) => announcing(verify(deps, recordOf(id), ask, arrivals)),
    repair: (id) => inTurn(async () => viewConnection(deps, await announcing(repair(deps, recordOf(id))))),
    disconnect: (id, dryRun) =>
      inTurn(async () => {
        const record = recordOf(id);
        return dryRun ? planLeave(deps, record) : announcing(leave(deps, record));
      }),
    doctor: (ask) => inTurn(() => announcing(diagnose(deps, doctor, ask))),
    plainServers: () => surveyServers(deps),
    planMove: async (ask) => viewMove(deps, await draftMove(deps, ask)),
    moveServers: (order) => inTurn(() => announcing(moveServers(deps, order))),
    putBackServers: (ask, dryRun) => inTurn(() => announcing(putBackAsked(deps, ask, dryRun))),
    async follow() {
      const moved: string[] = [];
      const left: string[] = [];
      for (const record of deps.book.all().filter(({ gatewayUrl }) => gatewayUrl !== deps.gatewayUrl)) {
        const { title } = toolOf(deps, record.tool);
        const done =
          record.files.length > 0 && (await tryTo(() => inTurn(() => announcing(moveConnection(deps, record)))));
        if (!done) log.log('warn', 'connection-not-moved', { id: record.id });
        (done ? moved : left).push(title);
      }
      return { moved, left };
    },
    holds: (id) => deps.book.all().some(({ subKeyId }) => subKeyId === id),
    async rewrite(id, secret) {
      for (const record of deps.book.all().filter(({ subKeyId }) => subKeyId === id)) {
        await inTurn(() => announcing(repair(deps, record, secret))).catch(() =>
          log.log('warn', 'connection-not-rewritten', { id: record.id }),
        );
      }
    },
  };
}

/** The first request that a tool makes by itself proves its connection. */
function noteOwnRequests({ deps, arrivals, log, changed }: ConnectionsDeps, inTurn: InTurn): void {
  const isProved = ({ verified }: ConnectionRecord): boolean =>
    verified?.how === 'own-request' || verified?.how === 'self-test';
  arrivals.on((arrival) => {
    if (isOwnProbe(arrival)) return;
    for (const record of deps.book.all()) {
      if (!leadsFor(toolOf(deps, record.tool), arrival)) continue;
      if (record.subKeyId !== arrival.subKeyId || isProved(record)) continue;
      void inTurn(() => noteProof(deps, record.id, 'own-request')).then(changed, () =>
        log.log('warn', 'proof-not-written'),
      );
    }
  });
}

async function planOf(deps: ConnectionDeps, ask: ConnectionAsk): Promise<ConnectionPlan> {
  const draft = await draftConnection(deps, ask);
  const id = connectionId(draft.tool.id, draft.project);
  const changes = await planChanges(deps, id, draft.wants);
  const known = deps.book.find(id);
  return {
    tool: draft.tool.id,
    title: draft.tool.title,
    project: draft.project,
    fingerprint: fingerprintOf(changes),
    files: changes.map(({ file, text, after }) => ({
      file,
      isNew: text === undefined,
      diff: diffOf(textWithMark(deps, text, known), after),
    })),
    instructions: draft.tool.instructions?.(draft.input) ?? null,
    notes: [...(await warnBefore(deps, draft)), ...(await noteOfPlain(deps, draft.tool, draft.project))],
    caps: usualCaps(draft.tool),
    reload: draft.tool.reload,
    mcp: draft.mcp === 'written',
  };
}

async function tryTo(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}
