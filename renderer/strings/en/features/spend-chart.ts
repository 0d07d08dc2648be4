import { numberText } from '../../../state/time-and-money/number-text.ts';
import { count } from '../count.ts';

const DURING = {
  '15min': 'last 15 minutes',
  hour: 'last hour',
  day: 'last 24 hours',
  week: 'last 7 days',
  month: 'last 30 days',
  quarter: 'last 3 months',
  year: 'last 12 months',
};

/** Times that a sum is compared with. */
const BEFORE = {
  day: 'this time yesterday',
  week: 'this time last week',
  month: 'this time last month',
  span: 'the period before',
};

/** Spend over time. */
export const spendChart = {
  spent: (amount: string, range: keyof typeof DURING) => `${amount} in the ${DURING[range]}`,
  /** Of a stretch of one's own choice, which the line below names. */
  spentThen: (amount: string) => `${amount} in the chosen time`,
  /** More about it on the line below: from when to when, how that compares, what caches saved. */
  notes: (notes: readonly string[]) => notes.join(' · '),
  cachesSaved: (amount: string) => `prompt caches saved ${amount}`,
  cachesCost: (amount: string) => `prompt caches cost ${amount} more than they saved`,
  spend: (range: keyof typeof DURING) => `Spend, ${DURING[range]}`,
  spendThen: (stretch: string) => `Spend, ${stretch}`,
  nothingSpent: (range: keyof typeof DURING) => `Nothing was spent in the ${DURING[range]}.`,

  more: (percent: number, before: keyof typeof BEFORE) => `${numberText(percent)}% more than ${BEFORE[before]}`,
  less: (percent: number, before: keyof typeof BEFORE) => `${numberText(percent)}% less than ${BEFORE[before]}`,
  same: (before: keyof typeof BEFORE) => `about as much as ${BEFORE[before]}`,
  amountBefore: (amount: string, before: keyof typeof BEFORE) =>
    `${amount} ${before === 'span' ? 'in' : 'by'} ${BEFORE[before]}`,

  howToZoom: 'Arrow keys move along the bars. With Shift they pick a stretch; Enter zooms into it, Escape goes back.',
  /** @param byKeys it waits for a key; otherwise the pointer is about to let go */
  picked: (stretch: string, byKeys: boolean) => (byKeys ? `${stretch}. Enter zooms in.` : stretch),
  zoomOut: 'Zoom out',

  range: 'Range of the chart',
  ranges: {
    '15min': '15 min',
    hour: 'Hour',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    quarter: '3 months',
    year: 'Year',
  },
  stackedBy: 'Stacked by',
  groups: { agent: 'Agent', model: 'Model', provider: 'Provider', project: 'Project' },
  showAs: 'Show as',
  shapes: { chart: 'Chart', table: 'Table' },
  compare: 'Compare with the period before',
  exportCsv: 'Export CSV',
  exportPng: 'Export PNG',
  /** On the buttons themselves, beside an arrow down. */
  csvFile: 'CSV',
  pngFile: 'PNG',

  showOnly: (name: string) => `Show only ${name}`,
  showAll: 'Show all',
  noProject: 'No project',
  others: (groups: number) => count(groups, 'other'),

  bucketEmpty: 'Nothing spent',
  together: 'Together',
  before: 'The period before',

  table: 'Spend as a table',
  tableEmpty: 'Nothing was spent in this time.',
  when: 'When',
  total: 'Total',
  nothing: '–',
  /** The heads of an exported file. */
  csv: { from: 'from', total: 'total' },
};
