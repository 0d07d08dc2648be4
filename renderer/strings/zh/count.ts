import { numberText } from '../../state/time-and-money/number-text.ts';

/** `1,204 个请求`. @param what with its measure word: `个请求`, `天` */
export function count(amount: number, what: string): string {
  return `${numberText(amount)} ${what}`;
}
