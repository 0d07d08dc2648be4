import { locale } from './locale.ts';

/** `1,204`, `1.204`, `1 204`: a count as the person writes it. @param digits the most behind the decimal sign */
export function numberText(value: number, digits = 0): string {
  const key = `${locale.numbers} ${digits}`;
  const made = formatters.get(key) ?? new Intl.NumberFormat(locale.numbers, { maximumFractionDigits: digits });
  formatters.set(key, made);
  return made.format(value);
}

const formatters = new Map<string, Intl.NumberFormat>();
