import { setTimeout as sleep } from 'node:timers/promises';
import { LANES, STANDING } from '../../dialects/live/live-protocol.ts';
import type { Lane, LiveAsk, LiveTalk } from '../../dialects/live/live-protocol.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { holdBegun, holdWork, SESSION_FRAME } from './hold-work.ts';
import type { WorkResult, WorksOwner } from './hold-work.ts';
import type { LiveWork, LiveWorkEnding } from './live-work.ts';

/** A session's money: the works that run, those that were asked for, and those that may begin by themselves. */
export interface LiveWorks {
  /** Holds what a frame asks for. May wait for money, or for a person. */
  ask(asked: LiveAsk, frame: Buffer): Promise<WorkResult>;
  /**
   * Holds what may begin by itself by now. @param isPatient left out: what does not fit at once is refused
   * @returns the refusal when that does not fit
   */
  arm(isPatient?: boolean): Promise<Refusal | undefined>;
  /** What was asked for is on its way to the provider. */
  sent(key: string): void;
  /** The work of this name begins. @returns undefined when nothing was held for it */
  begin(lane: Lane, key: string, id: string): LiveWork | undefined;
  /**
   * Books what has begun and was not held: its provider bills it. The session ends with it, so what shows of it counts,
   * even beyond a cap.
   */
  book(lane: Lane, id: string): void;
  find(lane: Lane, id: string): LiveWork | undefined;
  /** Removes a work that is settled. */
  end(lane: Lane, id: string): void;
  /** The provider has refused what was asked for. */
  drop(key: string): Promise<void>;
  running(): readonly LiveWork[];
  isIdle(): boolean;
  /** True while something is held that the provider may begin by itself. */
  isArmed(): boolean;
  /** The limit on answers that the provider begins; undefined: none. */
  standingLimit(): number | undefined;
  /** Resolves when what is held for running works is on disk. */
  written(): Promise<void>;
  settleAll(ending: LiveWorkEnding): Promise<void>;
}

/** Others may give money back within this many milliseconds. */
const GROW_PATIENCE_MS = 2_000;

/** The works of a session, by what they wait for. */
interface Shelves {
  readonly asked: Map<string, LiveWork>;
  readonly standing: Map<Lane, LiveWork>;
  readonly running: Map<string, LiveWork>;
  /** The session is over: whatever is held only now is given back. */
  isOver: boolean;
}

/** @see LiveWorks */
export function createLiveWorks(deps: ProxyDeps, owner: WorksOwner): LiveWorks {
  const { talk } = owner;
  const shelves: Shelves = { asked: new Map(), standing: new Map(), running: new Map(), isOver: false };
  const { asked, standing, running } = shelves;
  let arming: Promise<unknown> = Promise.resolve();
  return {
    async ask(live, frame) {
      const held = await holdWork(deps, owner, live, { isPatient: true, frame });
      if (!held.ok) return held;
      if (shelves.isOver) await held.work.drop('client-gone');
      else asked.set(live.key, held.work);
      await held.work.durable();
      return held;
    },
    arm(isPatient = false) {
      // While something runs nobody waits: it would wait for what only its own end gives back.
      const armed = arming.then(() => armAll(deps, owner, shelves, isPatient && running.size + asked.size === 0));
      arming = armed.catch(() => undefined);
      return armed;
    },
    sent: (name) => asked.get(name)?.start(),
    begin(lane, name, id) {
      const work = name === STANDING ? standing.get(lane) : asked.get(name);
      if (!work || running.has(nameOf(lane, id))) return undefined;
      if (name === STANDING) standing.delete(lane);
      asked.delete(name);
      running.set(nameOf(lane, id), work);
      work.start();
      return work;
    },
    book(lane, id) {
      const live = talk.standing(lane, spokenBy(running), true);
      const work = live && holdBegun(deps, owner, live);
      if (!work) return;
      running.set(nameOf(lane, id), work);
      work.start();
    },
    find: (lane, id) => running.get(nameOf(lane, id)),
    end: (lane, id) => void running.delete(nameOf(lane, id)),
    async drop(name) {
      const work = asked.get(name);
      asked.delete(name);
      await work?.drop('provider-error');
    },
    running: () => [...running.values()],
    isIdle: () => running.size + asked.size === 0,
    isArmed: () => standing.size > 0,
    standingLimit: () => standing.get('answer')?.limit(),
    async written() {
      for (const work of running.values()) await work.written();
    },
    settleAll: (ending) => settleAll(talk, shelves, ending),
  };
}

function nameOf(lane: Lane, id: string): string {
  return `${lane} ${id}`;
}

/** Tokens that running answers have shown. */
function spokenBy(running: Shelves['running']): number {
  return [...running.values()].reduce((sum, work) => sum + work.spoken(), 0);
}

async function armAll(
  deps: ProxyDeps,
  owner: WorksOwner,
  shelves: Shelves,
  isPatient: boolean,
): Promise<Refusal | undefined> {
  for (const lane of LANES) {
    const refusal = await armLane(deps, owner, shelves, { lane, isPatient });
    if (refusal) return refusal;
  }
  return undefined;
}

async function armLane(
  deps: ProxyDeps,
  owner: WorksOwner,
  shelves: Shelves,
  { lane, isPatient }: { readonly lane: Lane; readonly isPatient: boolean },
): Promise<Refusal | undefined> {
  const { standing, running } = shelves;
  if (shelves.isOver) return undefined;
  const wanted = owner.talk.standing(lane, spokenBy(running));
  const now = standing.get(lane);
  if (!wanted) {
    standing.delete(lane);
    await now?.drop('served');
    return undefined;
  }
  if (now) return growWork(deps, now, wanted, isPatient);
  const held = await holdWork(deps, owner, wanted, { isPatient, frame: SESSION_FRAME });
  if (!held.ok) return held.refusal;
  if (shelves.isOver) {
    await held.work.drop('client-gone');
    return undefined;
  }
  standing.set(lane, held.work);
  await held.work.halve();
  await held.work.durable();
  return undefined;
}

async function settleAll(talk: LiveTalk, shelves: Shelves, ending: LiveWorkEnding): Promise<void> {
  const { asked, standing, running } = shelves;
  shelves.isOver = true;
  const all = [...running.values()].map((work) => work.settle(ending));
  for (const work of asked.values()) all.push(work.settleUnseen(ending));
  for (const [lane, work] of standing)
    all.push(talk.mayHaveBegun(lane) ? work.settleUnseen(ending) : work.drop(ending.endedBy ?? 'served'));
  for (const works of [running, asked, standing]) works.clear();
  await Promise.all(all.map((one) => one.catch(() => undefined)));
}

/** Holds more of a work that has not begun; others may give back what it needs. */
async function growWork(
  { spend }: Pick<ProxyDeps, 'spend'>,
  work: LiveWork,
  wanted: LiveAsk,
  isPatient: boolean,
): Promise<Refusal | undefined> {
  const first = await work.grow(wanted.ask);
  if (first === undefined || !isPatient) return first;
  await Promise.race([spend.released(), sleep(GROW_PATIENCE_MS, undefined, { ref: false })]);
  return work.grow(wanted.ask);
}
