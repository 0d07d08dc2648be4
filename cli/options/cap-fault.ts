import { CAP_WINDOWS, parseCap } from '../../shared/cap.ts';
import { parseUsd } from '../../shared/money.ts';

const FORM = 'Write it as 5/day or 20/total.';

/** The most that an amount can be, and the least above nothing, as a person types them. */
const MOST = '$9,007,199';
const LEAST = '$0.000000001';

/** Why a text is no cap, in a sentence; undefined for one that is. */
export function capFault(text: string): string | undefined {
  if (parseCap(text)) return undefined;
  const [amountText = '', window, hold, ...rest] = text.split('/');
  const amount = amountFault(amountText);
  if (amount !== undefined) return amount;
  if (window === undefined || window === '') return `a window is missing. ${FORM}`;
  const name = window.replace(/^rolling-/, '');
  if (!CAP_WINDOWS.some((known) => known === name))
    return `there is no window "${window}". Windows: ${CAP_WINDOWS.join(', ')}, and rolling-day and so on.`;
  if (window === 'rolling-total') return 'a total cannot be rolling. Write 20/total.';
  if (hold !== undefined && hold !== 'full') return `after the window there can only be /full, not "/${hold}".`;
  return rest.length > 0 ? `there is too much behind the window. ${FORM}` : `it is no cap. ${FORM}`;
}

/** Why a text is no amount above $0, in a sentence; undefined for one that is. */
export function amountFault(text: string): string | undefined {
  const typed = text.trim();
  const amount = parseUsd(typed);
  if (amount !== undefined) return amount > 0 ? undefined : 'a cap is more than $0. To stop everything: purser pause';
  if (typed === '') return `an amount is missing. ${FORM}`;
  if (/^\$?-/.test(typed)) return 'a cap is more than $0.';
  if (/^\$?\d+,\d{1,2}$/.test(typed)) return `write the decimals behind a point: ${typed.replace(',', '.')}.`;
  if (/^\$?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(typed)) return `leave the commas out: ${typed.replaceAll(',', '')}.`;
  if (/[€£¥]|eur|gbp/i.test(typed)) return 'amounts are US dollars, such as 5 or 0.50.';
  if (/^\$?[\d.]+ ?(?:usd|dollars?)$/i.test(typed)) return 'leave the currency out: amounts are dollars, such as 5.';
  if (/^\$?\d+(?:\.\d+)?e[+-]?\d+$/i.test(typed)) return 'write the number out, such as 1000.';
  if (/^\$?\d{7,}(?:\.\d*)?$/.test(typed)) return `that is more than Purser can count: at most ${MOST}.`;
  if (/^\$?\d+\.\d{10,}$/.test(typed)) return `that is finer than Purser counts: at least ${LEAST}, nine decimals.`;
  return `"${typed}" is no amount of dollars, such as 5 or 0.50.`;
}
