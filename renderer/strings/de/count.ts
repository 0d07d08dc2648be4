import { numberText } from '../../state/time-and-money/number-text.ts';

/** `1 Anfrage`, `2 Anfragen`, `1.204 Anfragen`. No ending is usual enough to be left out. */
export function count(amount: number, one: string, many: string): string {
  return `${numberText(amount)} ${amount === 1 ? one : many}`;
}

export const requestCount = (amount: number): string => count(amount, 'Anfrage', 'Anfragen');
export const runningCount = (amount: number): string => count(amount, 'laufende Anfrage', 'laufende Anfragen');
/** The same word for one and for many, in every case but the dative plural. */
export const subKeyCount = (amount: number): string => `${numberText(amount)} Unterschlüssel`;
/** A time that something lasts, not one that it is ago: that is "vor 2 Tagen". */
export const dayCount = (amount: number): string => count(amount, 'Tag', 'Tage');
