import { locale } from './locale.ts';

/** `1,204`, `1.204`, `1 204`: a count as the person writes it. @param digits the most behind the decimal sign */
export function numberText(value: number, digits = 0): string {
  return formatter(digits, 0).format(value);
}

/** `5.0`, `5,0`: with so many digits behind the decimal sign, always. */
export function fixedText(value: number, digits: number): string {
  return formatter(digits, digits).format(value);
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(most: number, least: number): Intl.NumberFormat {
  const key = `${locale.numbers} ${most} ${least}`;
  const made =
    formatters.get(key) ??
    new Intl.NumberFormat(locale.numbers, { maximumFractionDigits: most, minimumFractionDigits: least });
  formatters.set(key, made);
  return made;
}
