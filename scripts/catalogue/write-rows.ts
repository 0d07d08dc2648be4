import type { Rates } from '../../gateway/domain/price/rates.ts';
import { RATE_WORDS } from '../../gateway/providers/catalogue/read-rows.ts';

export interface Row {
  readonly rates: Rates;
  /** In tokens; 0 where nobody says. */
  readonly context: number;
  readonly output: number;
}

const WIDTH = 118;

/** A model's row, as `read-rows.ts` reads it. */
export function writeRow(model: string, { rates, context, output }: Row): string {
  const steps = new Map<number, string[]>([[0, []]]);
  for (const [word, names] of Object.entries(RATE_WORDS)) {
    const rate = rates[names[0]];
    if (rate === undefined) continue;
    const { base, tiers } = typeof rate === 'object' ? rate : { base: rate, tiers: [] };
    for (const { start, price } of [{ start: 0, price: base }, ...tiers])
      steps.set(start, [...(steps.get(start) ?? []), `${word}=${short(price)}`]);
  }
  const words = [...steps].flatMap(([above, parts]) => (above === 0 ? parts : [`>${above}`, ...parts]));
  return wrap([model, `${context}/${output}`, ...words]);
}

/** Without the noise of a double. */
function short(usd: number): string {
  return String(Number(usd.toPrecision(9)));
}

/** A line that goes on is indented. */
function wrap(words: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line.length + word.length >= WIDTH) {
      lines.push(line);
      line = ` ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
