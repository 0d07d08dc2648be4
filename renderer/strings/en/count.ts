import { numberText } from '../../state/time-and-money/number-text.ts';

/** `1 request`, `2 requests`, `1,204 requests`. @param many where an "s" is not enough */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${numberText(amount)} ${amount === 1 ? one : many}`;
}
