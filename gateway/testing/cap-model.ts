import type { Cap } from '../../shared/cap.ts';

/** One request's money as the model knows it. What is not known for sure is kept as a span from `least` to `most`. */
export interface Charge {
  /** Its sub-key first. They change with the group of its agent. */
  owners: readonly string[];
  readonly provider: string;
  /** When it began as the ledger has it, in epoch milliseconds: that decides its windows. It moves with the clock. */
  at: number;
  /** What `at` was before the clock went back: a gateway that is killed then may not have written that. */
  readonly earlier: number[];
  /** The latest that a restarted book may take it for: it knows only the quarter hour. */
  lateAt: number;
  /** While it is settling it may count as held or as spent. */
  state: 'open' | 'settling' | 'settled';
  least: number;
  most: number;
  /** What the provider reported above the reservation. */
  overrun: number;
}

/**
 * How much of a cap is used. The ends differ only after a restart, a clock that went back, or while a write is under
 * way.
 */
interface Use {
  readonly least: number;
  readonly most: number;
}

/**
 * The simplest book that can be right: a list of every charge there ever was, summed from scratch each time it is
 * asked. It shares no code with the real one, and names windows by their local date instead of searching for their
 * borders.
 */
export interface CapModel {
  readonly charges: readonly Charge[];
  add(charge: Charge): void;
  setCaps(owner: string, caps: readonly Cap[]): void;
  capsOf(owner: string): readonly Cap[];
  /**
   * How much of a cap is used in the window that a charge belongs to, itself included. For a rolling cap that is what
   * counted when it began and all that came since: as far as its own growth goes, nothing has left the window.
   * @param now the clock
   */
  useAround(owner: string, cap: Cap, charge: Charge, now: number): Use;
  /**
   * The gateway has read its clock. When that went back by a minute or more, what is dated later is dated at it now.
   */
  see(now: number): void;
  /** The highest time that the gateway has read and believes. */
  latest(): number;
  /**
   * @param now the clock @param latest the highest it ever showed to this gateway: after it went back, the book may
   * stay there
   */
  use(owner: string, cap: Cap, now: number, latest: number): Use;
  /**
   * The theorem: no window that ever was holds more than its cap, but for what was charged before that cap was set,
   * what providers reported above a reservation, and what came out of a later window with a clock that went back.
   * @returns what breaks it
   */
  findOverspent(): string | undefined;
  /** A new gateway no longer knows minutes. It finds a clock that went back by what its ledger dates later. */
  restart(now: number, inLedger: readonly Charge[]): void;
  /** Something is read from the ledger that was spent before: it knows only quarter hours. */
  read(): void;
  /** From now on an owner counts what others count: what it has more of is no fault of its caps. */
  compose(owner: string, isOf: (charge: Charge) => boolean): void;
}

const MINUTE = 60_000;
/** An earlier clock is not believed. */
const FIRST_DAY = Date.parse('2026-01-01');
const QUARTER = 15 * MINUTE;
const DAY = 86_400_000;
const ROLLING = { hour: DAY / 24, day: DAY, week: 7 * DAY, month: 30 * DAY } as const;
/** Spending that is older when a gateway starts is dated at the newest of its kind: only totals still count it. */
const SUMMED_AFTER = 34 * DAY;

/** @see CapModel */
export function createCapModel(timeZone: string): CapModel {
  const charges: Charge[] = [];
  /** With each cap: what was charged before it was set, and how much. */
  const owned = new Map<string, readonly { readonly cap: Cap; readonly before: ReadonlyMap<Charge, number> }[]>();
  const chargesOf = (owner: string): readonly Charge[] => charges.filter(({ owners }) => owners.includes(owner));
  const nameOf = namer(timeZone);
  let latest = 0;
  const isBack = (from: number, now: number): boolean => now >= FIRST_DAY && from - now >= MINUTE;
  const goBack = (now: number): void => {
    for (const charge of charges) {
      if (minuteOf(charge.lateAt) > minuteOf(now)) charge.lateAt = now;
      if (minuteOf(charge.at) <= minuteOf(now)) continue;
      charge.earlier.push(charge.at);
      charge.at = now;
    }
  };

  const isInside = (cap: Cap, at: number, now: number): boolean =>
    cap.rolling && cap.window !== 'total'
      ? at > now - ROLLING[cap.window]
      : nameOf(cap.window, at) >= nameOf(cap.window, now);
  const isSameWindow = (cap: Cap, at: number, end: number): boolean =>
    cap.rolling ? at <= end && isInside(cap, at, end) : nameOf(cap.window, at) === nameOf(cap.window, end);

  return {
    charges,
    add: (charge) => void charges.push(charge),
    setCaps: (owner, caps) =>
      void owned.set(
        owner,
        caps.map((cap) => ({ cap, before: new Map(chargesOf(owner).map((charge) => [charge, charge.most])) })),
      ),
    capsOf: (owner) => (owned.get(owner) ?? []).map(({ cap }) => cap),
    see(now) {
      const isSeen = isBack(latest, now);
      if (isSeen) goBack(now);
      latest = isSeen ? now : Math.max(latest, now);
    },
    latest: () => latest,
    use(owner, cap, now, latest) {
      const all = chargesOf(owner);
      // A request that runs counts against a rolling cap however long ago it began; a minute counts whole.
      const surely = all.filter(({ state, at }) => (cap.rolling && state === 'open') || isInside(cap, at, latest));
      const perhaps = all.filter(
        ({ state, lateAt }) =>
          (cap.rolling && state !== 'settled') || isInside(cap, cap.rolling ? lateAt + MINUTE : lateAt, now),
      );
      return { least: sum(surely, 'least'), most: sum(perhaps, 'most') };
    },
    useAround(owner, cap, charge, now) {
      const all = chargesOf(owner);
      if (cap.rolling && cap.window !== 'total') {
        const from = charge.at - ROLLING[cap.window];
        const surely = all.filter(({ at }) => at > from && at <= charge.at);
        const perhaps = all.filter(({ state, lateAt }) => state !== 'settled' || lateAt + MINUTE > from);
        return { least: sum(surely, 'least'), most: sum(perhaps, 'most') };
      }
      const mine = nameOf(cap.window, charge.at);
      // A window that is over is looked at alone; the running one has all that is dated later, too.
      const isOver = mine < nameOf(cap.window, now);
      const surely = all.filter(({ at }) => nameOf(cap.window, at) === mine);
      const perhaps = all.filter(
        ({ at, lateAt }) => nameOf(cap.window, lateAt) >= mine && (!isOver || nameOf(cap.window, at) <= mine),
      );
      return { least: sum(surely, 'least'), most: sum(perhaps, 'most') };
    },
    findOverspent() {
      for (const [owner, caps] of owned) {
        for (const { cap, before } of caps) {
          for (const { at } of chargesOf(owner)) {
            const together = chargesOf(owner).filter((other) => isSameWindow(cap, other.at, at));
            const moved = sum(
              together.filter(({ earlier }) => earlier.length > 0),
              'most',
            );
            // What has grown since then is not excused.
            const excused = together.reduce(
              (total, charge) => total + Math.min(charge.most, before.get(charge) ?? 0),
              0,
            );
            const allowed = Math.max(cap.amount, excused) + sum(together, 'overrun') + moved;
            const spent = sum(together, 'least');
            if (spent > allowed)
              return (
                `${owner} has ${spent} of ${allowed} in its ${cap.rolling ? 'rolling ' : ''}${cap.window} ` +
                `of ${new Date(at).toISOString()}`
              );
          }
        }
      }
      return undefined;
    },
    read() {
      for (const charge of charges) charge.lateAt = Math.max(charge.lateAt, quarterOf(charge.at) + QUARTER - 1);
    },
    compose(owner, isOf) {
      for (const charge of charges) {
        const others = charge.owners.filter((one) => one !== owner);
        charge.owners = isOf(charge) ? [...others, owner] : others;
      }
      this.setCaps(owner, this.capsOf(owner));
    },
    restart(now, inLedger) {
      if (isBack(Math.max(0, ...inLedger.map(({ at }) => at)), now)) goBack(now);
      latest = now;
      const isSummed = ({ at }: Charge): boolean => quarterOf(at) < now - SUMMED_AFTER;
      for (const charge of charges) {
        const kind = charges.filter(
          (other) => isSummed(other) && other.owners[0] === charge.owners[0] && other.provider === charge.provider,
        );
        charge.lateAt = Math.max(
          charge.lateAt,
          quarterOf(charge.at) + QUARTER - 1,
          ...(isSummed(charge) ? kind.map(({ at }) => quarterOf(at) + QUARTER - 1) : []),
        );
      }
    },
  };
}

/**
 * Names the calendar window of an instant, so that names grow with time: `2026-10-25 02`, `2026-10-25`, its Monday,
 * `2026-10`.
 */
function namer(timeZone: string): (window: Cap['window'], instant: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  return (window, instant) => {
    if (window === 'total') return '';
    const text = format.format(instant);
    if (window === 'hour') return text;
    if (window === 'month') return text.slice(0, 7);
    return window === 'day' ? text.slice(0, 10) : mondayOf(text.slice(0, 10));
  };
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function minuteOf(at: number): number {
  return Math.floor(at / MINUTE);
}

function quarterOf(at: number): number {
  return at - (at % QUARTER);
}

function sum(charges: readonly Charge[], what: 'least' | 'most' | 'overrun'): number {
  return charges.reduce((total, charge) => total + charge[what], 0);
}
