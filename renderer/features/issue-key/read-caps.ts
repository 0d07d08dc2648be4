import type { Cap } from '../../../shared/cap.ts';
import { parseUsd } from '../../../shared/money.ts';

/** What the form holds: dollars as typed, empty for no cap. */
export type CapTexts = Readonly<Record<'day' | 'total', string>>;

type CapsRead = { readonly caps: readonly Cap[] } | { readonly problem: string };

const NAMES: CapTexts = { day: 'a day', total: 'in total' };

/** Reads the caps of a new sub-key. At least one is needed: a sub-key without a cap is what Purser is against. */
export function readCaps(texts: CapTexts): CapsRead {
  const caps: Cap[] = [];
  for (const window of ['day', 'total'] as const) {
    const text = texts[window].trim();
    if (text === '') continue;
    const amount = parseUsd(text);
    if (amount === undefined || amount <= 0) {
      return { problem: `“${text}” is no amount of dollars ${NAMES[window]}. Type it like 5 or 0.25.` };
    }
    caps.push({ window, rolling: false, amount });
  }
  return caps.length > 0 ? { caps } : { problem: 'Give at least one cap, such as 5 dollars a day.' };
}
