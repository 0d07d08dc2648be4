// Long because every step of a schedule works on the same process, model and clock.
import { expect } from 'vitest';
import type { Cap } from '../../shared/cap.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { PolicyScope } from '../../shared/policy.ts';
import { ownersOf } from '../accounts/spend/spend-book.ts';
import { partOwner } from '../domain/caps/part-caps.ts';
import type { CapOwnerName, CapPart } from '../domain/caps/part-caps.ts';
import type { Reservation } from '../accounts/spend/reservation.ts';
import { checkPolicy } from '../domain/policy/policy.ts';
import { NO_USAGE } from '../domain/usage.ts';
import type { SubKeyRecord } from '../ledger/records.ts';
import type { Clock } from '../platform/ports.ts';
import { createCapModel } from './cap-model.ts';
import type { Charge } from './cap-model.ts';
import { openSpendProcess } from './spend-process.ts';
import { EDGES_MS } from './spend-schedules.ts';
import type { Scenario, Step } from './spend-schedules.ts';

/** A reservation, what the model knows of it, and how it goes on. */
interface Run {
  readonly owners: () => readonly CapOwnerName[];
  readonly reservation: Reservation;
  readonly charge: Charge;
  /** What is held, and was before, up to what was surely on disk: a row of one that was killed has one of them. */
  readonly amounts: number[];
  /** What the client was sent: only behind a reservation that is on disk. */
  relayed: number;
  durable: boolean;
  cost?: number;
  settled?: Promise<void>;
}

const heldBy = ({ amounts }: Run): number => amounts.at(-1) ?? 0;

const PROVIDERS = [providerNameSchema.parse('openai'), providerNameSchema.parse('anthropic')] as const;
const ALL_ROWS = 100_000;
const TODAY: Cap = { window: 'day', rolling: false, amount: nanodollarsOf(1) };

/** Plays a schedule on the real parts and holds them against the model after each step. @returns the folders it used */
export async function playSchedule(
  { timeZone, start, caps, steps }: Scenario,
  folder: string,
): Promise<readonly string[]> {
  const folders = [folder];
  const model = createCapModel(timeZone);
  let now = start;
  /** The clock of the process that lives: the model follows what it reads. */
  let current: Clock | undefined;
  const startClock = (): Clock => {
    const clock = {
      now: () => {
        if (clock === current) model.see(now);
        return now;
      },
    };
    return clock;
  };
  current = startClock();
  let desk = await openSpendProcess(folder, current, timeZone);
  const abandoned: (typeof desk)[] = [];
  const keys = desk.directory.keys();
  const agents = desk.directory.agents();
  const scopes: readonly PolicyScope[] = [
    EVERYTHING,
    ...PROVIDERS.map((name) => scopeOf('provider', name)),
    ...agents.map(({ id }) => scopeOf('agent', id)),
    ...keys.map(({ id }) => scopeOf('key', id)),
  ];
  const sessions = [null, 'one', 'two'] as const;
  const partsOf = (id: string): readonly { readonly owner: CapOwnerName; readonly part: CapPart }[] => {
    const scope = scopeOf('agent', id);
    const parts: readonly CapPart[] = [
      { kind: 'models', models: 'LARGE*' },
      ...sessions.map((session) => ({ kind: 'conversation', session }) as const),
    ];
    return parts.map((part) => ({ owner: partOwner(scope, part), part }));
  };
  const group = scopeOf('group', 'night');
  const inGroup = new Set<string>();
  const runs: Run[] = [];
  const revoked = new Set<string>();
  const expiry = new Map<string, number>();
  let crashes = 0;
  let lives = 0;

  const setCaps = async (scope: PolicyScope, list: readonly Cap[]): Promise<void> => {
    await desk.limits.set(scope, { ...desk.limits.policyOf(scope), caps: [...list] });
    model.setCaps(scope, list);
  };
  await Promise.all(scopes.map((scope, index) => setCaps(scope, caps[index] ?? [])));

  /** What the way of a request asks before it reserves. */
  const mayBegin = (key: SubKeyRecord, provider: string): boolean => {
    const { revokedAt } = desk.directory.key(key.id);
    const level = { kind: 'key', whose: 'it', policy: desk.limits.policyOf(scopeOf('key', key.id)) } as const;
    return (
      revokedAt === null &&
      checkPolicy([level], { provider, endpoint: 'messages', model: undefined, now, timeZone }) === undefined
    );
  };

  const reserve = async (step: Extract<Step, { kind: 'reserve' }>): Promise<void> => {
    const key = at(keys, step.key);
    const provider = at(PROVIDERS, step.provider);
    const may = mayBegin(key, provider);
    expect(may, 'revoked and expired sub-keys do not come back').toBe(
      !revoked.has(key.id) && now < (expiry.get(key.id) ?? Number.POSITIVE_INFINITY),
    );
    if (!may) return;
    const facts = { provider, model: step.isLarge ? 'large-1' : 'small-1', session: at(sessions, step.session) };
    await desk.spend.ready(key, facts);
    model.read();
    const ownersNow = (): readonly CapOwnerName[] => desk.spend.ownersFor(key, facts);
    const owners: readonly string[] = [
      ...ownersOf(key, provider),
      ...(inGroup.has(key.agentId) ? [group] : []),
      ...partsOf(key.agentId)
        .filter(({ part }) => (part.kind === 'models' ? step.isLarge : part.session === facts.session))
        .map(({ owner }) => owner),
    ];
    // Parts are opened when they are asked for.
    check(ownersNow());
    const left = desk.spend.left(ownersNow());
    const amount = step.amount === 'all-that-is-left' ? left : step.amount === 'one-too-many' ? left + 1 : step.amount;
    const result = desk.spend.reserve(
      key,
      {
        ...facts,
        endpoint: 'messages',
        stream: true,
        reserved: nanodollarsOf(amount),
        price: '{}',
        loweredOutput: false,
      },
      1,
    );
    // Behind a cap that is overdrawn not even nothing fits.
    if (amount > 0) expect(result.reserved, `what is left (${left}) says what fits (${amount})`).toBe(amount <= left);
    const inForce = owners.flatMap((owner) => model.capsOf(owner).map((cap) => ({ owner, cap })));
    if (!result.reserved) {
      const { owner, cap } = result.account;
      expect(inForce, 'the cap that refuses is in force').toContainEqual({ owner, cap });
      const { most } = model.use(owner, cap, now, model.latest());
      expect(most + amount, 'what fits is never refused').toBeGreaterThan(cap.amount);
      return;
    }
    const { record, durable } = result.reservation;
    expect(record.startedAt, 'now, or where a clock that went back by seconds had been').toBeGreaterThanOrEqual(now);
    expect(record.startedAt).toBeLessThanOrEqual(model.latest());
    for (const { owner, cap } of inForce) {
      expect(
        model.use(owner, cap, record.startedAt, record.startedAt).least + amount,
        `${owner} may not exceed ${cap.amount} in its ${cap.window}`,
      ).toBeLessThanOrEqual(cap.amount);
    }
    const { startedAt } = record;
    const dates = { at: startedAt, earlier: [], lateAt: startedAt };
    const charge: Charge = { owners, provider, ...dates, state: 'open', least: amount, most: amount, overrun: 0 };
    model.add(charge);
    const relayed = Math.floor(amount * step.relays);
    const { reservation } = result;
    const run: Run = { owners: ownersNow, reservation, charge, amounts: [amount], relayed, durable: relayed > 0 };
    runs.push(run);
    if (relayed > 0) await durable;
    if (step.endsAtOnce) await settle(run, amount);
  };

  const resize = async ({ which, to, relays }: Extract<Step, { kind: 'resize' }>): Promise<void> => {
    const run = openRuns()[which % Math.max(1, openRuns().length)];
    if (!run) return;
    const { charge, reservation } = run;
    const before = heldBy(run);
    const left = desk.spend.left(run.owners());
    const all = before + left;
    const wanted = to === 'all-that-is-left' ? all : to === 'one-too-many' ? all + 1 : Math.floor(before * to);
    // What a client has been sent stays held.
    const amount = Math.max(wanted, run.relayed);
    const result = reservation.resize(nanodollarsOf(amount));
    const inForce = charge.owners.flatMap((owner) => model.capsOf(owner).map((cap) => ({ owner, cap })));
    if (!result.resized) {
      const { owner, cap } = result.account;
      expect(amount, 'less is never refused').toBeGreaterThan(before);
      expect(inForce, 'the cap that refuses more is in force').toContainEqual({ owner, cap });
      const { most } = model.useAround(owner, cap, charge, now);
      expect(most + amount - before, 'what fits is never refused').toBeGreaterThan(cap.amount);
      return;
    }
    for (const { owner, cap } of amount > before ? inForce : []) {
      const { least } = model.useAround(owner, cap, charge, now);
      const what = `${owner} may not grow beyond ${cap.amount} in its ${cap.window}`;
      expect(least + amount - before, what).toBeLessThanOrEqual(cap.amount);
    }
    run.amounts.push(amount);
    Object.assign(charge, { least: amount, most: amount });
    const relayed = Math.floor(amount * relays);
    if (relayed <= run.relayed) return;
    // Nobody is sent what is not on disk.
    await result.durable;
    expect(reservation.held()).toBe(amount);
    Object.assign(run, { relayed, durable: true });
    run.amounts.splice(0, run.amounts.length - 1);
  };

  const settle = (run: Run, wanted: number): Promise<void> => {
    const cost = Math.max(wanted, run.relayed);
    const { charge } = run;
    const reserved = heldBy(run);
    run.cost = cost;
    charge.state = 'settling';
    charge.overrun = Math.max(0, cost - reserved);
    [charge.least, charge.most] = [Math.min(cost, reserved), Math.max(cost, reserved)];
    const by = lives;
    run.settled = run.reservation
      .settle({
        cost: nanodollarsOf(cost),
        usage: NO_USAGE,
        certainty: cost > reserved ? 'exact' : 'estimated',
        basis: 'usage',
        outcome: 'served',
        status: 200,
      })
      .then(() => {
        // A process that was killed settles nothing any more.
        if (by === lives) Object.assign(charge, { state: 'settled', least: cost, most: cost });
      });
    return run.settled;
  };
  const openRuns = (): readonly Run[] => runs.filter(({ charge }) => charge.state === 'open');
  const settleAll = async (): Promise<void> => {
    for (const run of openRuns()) void settle(run, Math.floor(heldBy(run) / 2));
    await Promise.all(runs.flatMap(({ settled }) => settled ?? []));
  };

  /** After a start: every request is in the ledger as it ended, and what had not ended is there at its bound. */
  const readLedger = async (wasKilled: boolean): Promise<void> => {
    const rows = new Map((await desk.ledger.recent(ALL_ROWS)).map((row) => [row.id, row]));
    const written = runs.filter(({ reservation }) => rows.has(reservation.record.id));
    for (const { charge, reservation } of wasKilled ? written : []) {
      // That the clock had gone back may not be on disk; then this start finds it, or that it is right again.
      const startedAt = rows.get(reservation.record.id)?.startedAt ?? charge.at;
      const dates = [charge.at, ...charge.earlier];
      expect([...dates, ...dates.map((date) => (date > now ? now : date))], 'a date that it had').toContain(startedAt);
      if (startedAt !== charge.at) charge.earlier.push(charge.at);
      charge.at = startedAt;
    }
    model.restart(
      now,
      written.map(({ charge }) => charge),
    );
    for (const run of runs) {
      const { charge, reservation, amounts, cost } = run;
      const row = rows.get(reservation.record.id);
      if (charge.state === 'settled') {
        // Nothing is kept of what was never written and cost nothing.
        if (row || charge.least > 0) expect(row).toMatchObject({ cost: charge.least, startedAt: charge.at });
        continue;
      }
      if (!row) expect(run.durable, 'what was promised to be on disk is there').toBe(false);
      else if (row.outcome === 'crashed') {
        expect(row.certainty).toBe('assumed');
        expect(amounts, 'at what was held last, on disk').toContain(row.cost);
      } else expect(row.cost).toBe(cost);
      const known = row?.cost ?? 0;
      if (row?.outcome === 'crashed') crashes += 1;
      const overrun = Math.max(0, known - Math.max(...amounts));
      Object.assign(charge, { state: 'settled', least: known, most: known, overrun });
    }
    for (const { id } of keys) {
      const mine = runs.filter(({ reservation }) => reservation.record.subKeyId === id);
      const inLedger = [...rows.values()]
        .filter(({ subKeyId }) => subKeyId === id)
        .reduce((sum, { cost }) => sum + cost, 0);
      expect(inLedger, 'the ledger has what clients were sent').toBeGreaterThanOrEqual(
        mine.reduce((sum, { relayed }) => sum + relayed, 0),
      );
    }
  };
  const startAgain = async (from: string, wasKilled: boolean): Promise<void> => {
    const next = startClock();
    current = undefined;
    desk = await openSpendProcess(from, next, timeZone);
    await readLedger(wasKilled);
    current = next;
  };

  const play = async (step: Step): Promise<void> => {
    switch (step.kind) {
      case 'reserve':
        return reserve(step);
      case 'settle':
      case 'cancel': {
        const run = openRuns()[step.which % Math.max(1, openRuns().length)];
        if (!run) return;
        const settled = settle(run, step.kind === 'cancel' ? 0 : Math.floor(heldBy(run) * step.cost));
        if (step.kind === 'cancel' || step.waits) await settled;
        return;
      }
      case 'resize':
        return resize(step);
      case 'caps': {
        const scope = at(scopes, step.scope);
        // A sub-key is never without a cap.
        return scope.startsWith('key:') && step.caps.length === 0 ? undefined : setCaps(scope, step.caps);
      }
      case 'parts': {
        const { id } = at(agents, step.agent);
        const scope = scopeOf('agent', id);
        const caps = [...step.caps];
        const others = desk.limits.policyOf(scope);
        await desk.limits.set(
          scope,
          step.part === 'conversation'
            ? { ...others, conversationCaps: caps }
            : { ...others, modelCaps: caps.length > 0 ? [{ models: 'LARGE*', caps }] : [] },
        );
        for (const { owner, part } of partsOf(id)) if (part.kind === step.part) model.setCaps(owner, caps);
        return;
      }
      case 'group': {
        const { id } = at(agents, step.agent);
        if (step.isIn) inGroup.add(id);
        else inGroup.delete(id);
        const scope = scopeOf('agent', id);
        const { group: _group, ...others } = desk.limits.policyOf(scope);
        await desk.limits.set(scope, step.isIn ? { ...others, group: 'night' } : others);
        const members = [...inGroup].map((one) => scopeOf('agent', one));
        return model.compose(group, ({ owners }) => members.some((member) => owners.includes(member)));
      }
      case 'group-caps':
        return setCaps(group, step.caps);
      case 'expire': {
        const { id } = at(keys, step.key);
        const scope = scopeOf('key', id);
        expiry.set(id, now + step.inMs);
        return desk.limits.set(scope, { ...desk.limits.policyOf(scope), expiresAt: now + step.inMs });
      }
      case 'revoke': {
        const { id } = at(keys, step.key);
        revoked.add(id);
        await desk.directory.revoke(id);
        // It cuts what runs, and that settles at what was seen.
        await Promise.all(
          openRuns()
            .filter(({ reservation }) => reservation.record.subKeyId === id)
            .map((run) => settle(run, run.relayed)),
        );
        return;
      }
      case 'clock':
        now += step.byMs;
        return;
      case 'edge':
        now = (runs[step.which % Math.max(1, runs.length)]?.charge.at ?? now) + EDGES_MS[step.window] + step.offMs;
        return;
      case 'restart':
        await settleAll();
        await desk.close();
        return startAgain(desk.folder, false);
      case 'crash': {
        const copy = desk.copyAsKilled();
        lives += 1;
        folders.push(copy);
        abandoned.push(desk);
        return startAgain(copy, true);
      }
    }
  };

  const check = (owners: readonly CapOwnerName[] = [...scopes, group]): void => {
    for (const scope of owners) {
      const accounts = desk.spend.accounts(scope);
      expect(accounts.map(({ cap }) => cap)).toEqual(model.capsOf(scope));
      for (const { cap, spent, reserved } of accounts) {
        const { least, most } = model.use(scope, cap, now, model.latest());
        const what = `${scope}: ${cap.rolling ? 'rolling ' : ''}${cap.window}`;
        expect(spent + reserved, `${what} forgets nothing`).toBeGreaterThanOrEqual(least);
        expect(spent + reserved, `${what} invents nothing`).toBeLessThanOrEqual(most);
        expect(Math.min(spent, reserved), what).toBeGreaterThanOrEqual(0);
        if (model.charges.every(({ state }) => state === 'settled'))
          expect(reserved, `${what} holds nothing when nothing runs`).toBe(0);
      }
    }
    for (const { id } of model.charges.every(({ state }) => state === 'settled') ? agents : []) {
      const { least, most } = model.use(scopeOf('agent', id), TODAY, now, model.latest());
      const { spentToday } = desk.spend.tallyOf(id);
      expect(spentToday, 'what an agent spent today').toBeGreaterThanOrEqual(least);
      expect(spentToday).toBeLessThanOrEqual(most);
    }
    expect(model.findOverspent()).toBeUndefined();
  };

  try {
    check();
    for (const step of steps) {
      await play(step);
      // A clock that went on and back between two requests was seen by nobody.
      if (step.kind !== 'clock' && step.kind !== 'edge') check();
    }
    await play({ kind: 'crash' });
    check();
    await settleAll();
    await play({ kind: 'restart' });
    check();
    expect(desk.ledger.contents.open).toEqual([]);
    const total = (await desk.ledger.buckets(0, Number.MAX_SAFE_INTEGER)).reduce((sum, { cost }) => sum + cost, 0);
    expect(total, 'the rollups tell the same').toBe(model.charges.reduce((sum, { least }) => sum + least, 0));
    const links = await desk.ledger.auditLinks(0, ALL_ROWS);
    expect(links.filter(({ text }) => text.includes('"crash-settled"')).length, 'every assumed cost is on record').toBe(
      crashes,
    );
    expect((await desk.ledger.verifyAudit()).brokenAt).toBeNull();
  } finally {
    await Promise.allSettled(runs.flatMap(({ settled }) => settled ?? []));
    for (const one of [desk, ...abandoned]) await one.close().catch(() => undefined);
  }
  return folders;
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}
