import { windowWords } from '../../shared/cap.ts';
import { formatUsd } from '../../shared/money.ts';
import type { CapAccount } from './cap-book.ts';

/** Percent of a cap at which the person is told. */
const LEVELS = [50, 80, 100] as const;

/** Remembers what was said, so that every level of every cap is said once in a window. */
export interface CapWarnings {
  /** Takes what is spent now as known: said before this gateway started. */
  prime(account: CapAccount): void;
  /** @returns the highest level that settled money has newly reached, or undefined */
  check(account: CapAccount): number | undefined;
}

export function createCapWarnings(): CapWarnings {
  const said = new Map<string, number>();
  const reached = ({ allowed, spent }: CapAccount): number => LEVELS.findLast((level) => spent * 100 >= allowed * level) ?? 0;
  const nameOf = ({ owner, cap, allowed, span }: CapAccount): string => `${owner} ${cap.window} ${cap.rolling ? 'rolling' : span.start} ${allowed}`;
  return {
    prime: (account) => void said.set(nameOf(account), reached(account)),
    check(account) {
      const name = nameOf(account);
      const level = reached(account);
      const before = said.get(name) ?? 0;
      // A rolling cap that has emptied may be told of again.
      said.set(name, level);
      return level > before ? level : undefined;
    },
  };
}

/** `Claude Code has used 80 % of its cap: $4.02 of $5.00 today.` */
export function explainWarning(whose: string, { cap, allowed, spent }: CapAccount, level: number): string {
  const used = level >= 100 ? 'all of its cap' : `${level} % of its cap`;
  return `${whose} has used ${used}: ${formatUsd(spent)} of ${formatUsd(allowed)} ${windowWords(cap)}.`;
}
