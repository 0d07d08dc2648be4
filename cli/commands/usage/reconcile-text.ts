import { laterUtcDay } from '../../../gateway/domain/reconcile/bill.ts';
import type { BillCause, BillFigures, ReconcileView } from '../../../shared/reconcile/reconcile-views.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { alignedUsd } from '../../screen/aligned-usd.ts';
import { figuresTable } from '../../screen/figures-table.ts';
import { lines, paragraphs, table } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';
import { screenWidth } from '../../screen/screen-width.ts';
import { wrapText } from '../../screen/wrap-text.ts';

const CAUSES: Readonly<Record<BillCause, string>> = {
  'past-purser': 'used without Purser',
  uncertain: 'requests that are estimated or assumed',
  'assumed-price': 'models whose own price was not known',
  midnight: 'requests over midnight UTC, billed on the other day',
  'cache-write': 'writing to prompt caches',
  tier: 'batch, flex, priority or fast',
  region: 'the price of a region',
  'not-billed': 'not billed at all: a free allowance, or another account',
  'hosted-tool': 'searches, containers and other tools of the provider',
  credit: 'credits and discounts',
  'not-a-model': 'billed for something that is no model',
  'own-keys': 'your own keys at the provider, which others bill',
};
const SUMS = { day: 'Today (UTC)', week: 'This week', month: 'This month' } as const;
/** More models and keys than these are one line. */
const MOST_ROWS = 20;

/** The bill of one provider beside the ledger, for a terminal. */
export function billText(view: ReconcileView): ScreenText {
  const { title, providers, from, to, days, models, keys, sums } = view;
  const names = providers.length > 1 ? ` (${providers.join(', ')})` : '';
  // Days on which nothing happened are no news; --json has them.
  const spent = days.filter(({ billed, own }) => billed !== 0 || own !== 0);
  const rows = days.length > 0 ? [...spent.map(dayRow), totalRow(view)] : sums.map(sumRow);
  return paragraphs(
    `${title}${names}, ${from} to ${laterUtcDay(to, -1)} in UTC`,
    comparison(days.length > 0 ? 'DAY' : '', title, rows),
    ...(models.length === 0 ? [] : [comparison('MODEL', title, most(models.map(modelRow)))]),
    ...(keys.length === 0 ? [] : [keyTable(view)]),
    lines(...facts(view).flatMap((sentence) => wrapText(sentence, screenWidth()))),
    ...causes(view),
  );
}

/** One line of a comparison. `open`: the provider's figure is not final. */
interface Row extends BillFigures {
  readonly name: string;
  readonly open?: boolean;
}

const dayRow = ({ day, final, ...of }: ReconcileView['days'][number]): Row => ({ name: day, open: !final, ...of });
const sumRow = ({ name, ...of }: ReconcileView['sums'][number]): Row => ({ name: SUMS[name], ...of });
const modelRow = ({ model, ...of }: ReconcileView['models'][number]): Row => ({ name: model || 'no name', ...of });
const totalRow = ({ total }: ReconcileView): Row => ({ name: 'Total', ...total });

function most(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, MOST_ROWS);
}

function comparison(head: string, title: string, rows: readonly Row[]): ScreenText {
  const usd = alignedUsd(rows.flatMap(({ billed, own, difference }) => [billed, own, difference]));
  return figuresTable(
    [
      [head, title.toUpperCase(), 'PURSER', 'DIFFERENCE', ''],
      ...rows.map(({ name, open, billed, own, difference, percent }) => [
        name,
        usd(billed),
        usd(own),
        open === true ? 'not final' : signed(usd, difference),
        open === true || percent === null ? '' : percentText(percent),
      ]),
    ],
    screenWidth(),
  );
}

function keyTable({ keys, title }: ReconcileView): ScreenText {
  const usd = alignedUsd(keys.map(({ billed }) => billed));
  const rows = keys.slice(0, MOST_ROWS).map(({ key, billed }) => [key, usd(billed)]);
  return figuresTable([[`KEY AT ${title.toUpperCase()}`, 'CHARGED'], ...rows], screenWidth());
}

function signed(usd: (amount: Nanodollars) => string, amount: Nanodollars): string {
  return `${amount > 0 ? '+' : ''}${usd(amount)}`;
}

/** `0.05%`; what is not nothing never reads as nothing. */
function percentText(percent: number): string {
  return percent > 0 && percent < 0.005 ? '<0.01%' : `${percent.toFixed(2)}%`;
}

function facts({ title, coverage, days, models, keys, unreadable, note }: ReconcileView): readonly string[] {
  const open = days.filter(({ final }) => !final).length;
  const cut = Math.max(models.length, keys.length) > MOST_ROWS;
  return [
    coverage === null
      ? `In days that are final, ${title} has charged nothing.`
      : `Purser has recorded ${coverage.toFixed(2)}% of what ${title} charged.`,
    ...(open === 0 ? [] : [`${open} ${open === 1 ? 'day is' : 'days are'} not final, and in no total.`]),
    ...(unreadable === 0 ? [] : [`${unreadable} rows of the bill could not be read, and are in no figure.`]),
    ...(cut ? [`The tables show ${MOST_ROWS} rows; --json has all.`] : []),
    note,
  ];
}

function causes({ total, candidates, unexplained, title }: ReconcileView): readonly ScreenText[] {
  if (candidates.length === 0 && unexplained === 0) return [];
  const usd = alignedUsd([...candidates.map(({ amount }) => amount), unexplained]);
  const head =
    total.difference === 0
      ? 'The totals agree; single days or models do not. Each line is the most that it explains:'
      : `What can make the difference, each at most (+: ${title} charged more):`;
  return [
    lines(
      head,
      table(
        [],
        [
          ...candidates.map(({ cause, amount, names }) => [
            signed(usd, amount),
            `${CAUSES[cause]}${names.length === 0 ? '' : `: ${names.join(', ')}`}`,
          ]),
          ...(unexplained === 0 ? [] : [[usd(unexplained), 'not explained by any of these: compare the bill itself']]),
        ],
      ),
    ),
  ];
}
