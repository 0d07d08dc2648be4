import { windowWords } from '../../../shared/cap.ts';
import type { CapAccount } from './cap-book.ts';
import { resetText, shareText } from '../words/sentences.ts';

/** A refusal below half of a cap says something about the request, not about the cap. */
const REFUSALS_FROM = 50;

/** Remembers warnings, so that each level of each cap is warned of once in a window. */
export interface CapWarnings {
  /** Takes the present level as known: the person was warned before this gateway started. */
  prime(account: CapAccount): void;
  /** @returns the highest level that settled money has newly reached, or undefined */
  check(account: CapAccount): number | undefined;
  /**
   * Takes a refusal for want of room: to a person that is a cap used up, though a few cents are left that no request
   * fits.
   * @returns true when that has not been said yet
   */
  refuse(account: CapAccount): boolean;
}

/**
 * @param levels percent of a cap at which the person is warned, as they are set now
 * @see CapWarnings. In memory: it begins without any warning.
 */
export function createCapWarnings(levels: () => readonly number[]): CapWarnings {
  const warned = new Map<string, number>();
  const reached = ({ allowed, spent }: CapAccount): number =>
    Math.max(0, ...levels().filter((level) => spent * 100 >= allowed * level));
  const nameOf = ({ owner, cap, allowed, span }: CapAccount): string =>
    `${owner} ${cap.window} ${cap.rolling ? 'rolling' : span.start} ${allowed}`;
  return {
    prime: (account) => void warned.set(nameOf(account), reached(account)),
    check(account) {
      const name = nameOf(account);
      const level = reached(account);
      const before = warned.get(name) ?? 0;
      // A rolling cap that has emptied may warn again; a little emptier is not empty.
      warned.set(name, account.cap.rolling && level === 0 ? 0 : Math.max(before, level));
      return level > before ? level : undefined;
    },
    refuse(account) {
      const name = nameOf(account);
      // One request that is larger than a cap says nothing about the cap.
      const { spent, allowed } = account;
      if ((warned.get(name) ?? 0) >= 100 || !levels().includes(100) || spent * 100 < allowed * REFUSALS_FROM)
        return false;
      warned.set(name, 100);
      return true;
    },
  };
}

/** `Claude Code has used $4.97 of $5.00 today, and its next request does not fit in the rest. Resets at 00:00.` */
export function explainFull(whose: string, account: CapAccount, timeZone: string): string {
  const { cap, allowed, spent } = account;
  const misfit = spent < allowed ? ', and its next request does not fit in the rest' : '';
  return `${whose} has used ${shareText(spent, allowed)} ${windowWords(cap)}${misfit}. ${resetText(account, timeZone)}`;
}

/**
 * `Claude Code has used 84% of its cap: $4.20 of $5.00 today.` The share is the true one, rounded down: 100% is only
 * what is all.
 */
export function explainWarning(whose: string, { cap, allowed, spent }: CapAccount): string {
  const used = spent >= allowed ? 'all of its cap' : `${Math.min(99, Math.floor((spent * 100) / allowed))}% of its cap`;
  return `${whose} has used ${used}: ${shareText(spent, allowed)} ${windowWords(cap)}.`;
}
