import { locale } from '../../state/time-and-money/locale.ts';

/** A line of rules that stands alone begins like a sentence. */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale.words) + text.slice(1);
}
