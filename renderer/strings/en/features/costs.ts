import { numberText } from '../../../state/time-and-money/number-text.ts';
import { count } from '../count.ts';

const RANGES = {
  today: 'Today',
  yesterday: 'Yesterday',
  week: 'This week',
  '7-days': 'Last 7 days',
  month: 'This month',
  'last-month': 'Last month',
  '30-days': 'Last 30 days',
  all: 'All time',
};

/** The table of costs, its dates and its calendar. */
export const costs = {
  title: 'Costs',
  table: 'Costs as a table',
  groupedBy: 'Group by',
  groups: {
    model: 'Model',
    agent: 'Agent',
    provider: 'Provider',
    project: 'Project',
    key: 'Sub-key',
    session: 'Conversation',
  },
  agent: 'Agent',
  anyAgent: 'Any agent',
  ranges: RANGES,
  range: 'Dates',
  ownDates: 'Other dates…',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',

  columns: {
    name: 'Name',
    requests: 'Requests',
    input: 'Input',
    cached: 'Cached',
    output: 'Output',
    hitRate: 'Cache hits',
    cost: 'Cost',
    perRequest: 'Per request',
    change: 'Change',
  },
  hints: {
    requests: 'Finished requests',
    input: 'Input tokens, those from a cache included',
    cached: 'Input tokens that were read from a prompt cache',
    output: 'Output tokens',
    hitRate: 'The share of the input that came from a prompt cache',
    cost: 'Dollars',
    perRequest: 'Dollars per request on average',
    change: 'Dollars compared with the period before',
  },
  chooseColumns: 'Columns',
  exportCsv: 'Export CSV',
  csvFile: 'CSV',
  total: 'Total',
  /** What is beyond the longest list. */
  others: (groups: number) => count(groups, 'other'),
  noProject: 'No project',
  noSession: 'No conversation',
  noName: 'No name',
  nothing: '–',
  newHere: 'new',
  percent: (amount: string) => `${amount}%`,
  up: (percent: string) => `+${percent}%`,
  down: (percent: string) => `−${percent}%`,
  same: '0%',
  times: (amount: string) => `×${amount}`,
  empty: 'No requests finished in this time.',
  showAll: 'Show all time',
  seeRequests: (name: string) => `Requests of ${name}`,
  seeModels: (name: string) => `What ${name} used, by model`,
  /** Of the whole table. */
  spent: (amount: string, stretch: string) => `${amount} · ${stretch}`,
  requests: (requests: number) => count(requests, 'request'),
  /** What `Change` compares with. */
  compared: (stretch: string) => `Change is compared with ${stretch}.`,
  comparedSoFar: (stretch: string) => `Change is compared with ${stretch}, up to the same point.`,

  calendar: 'Spending by day',
  calendarMonth: (month: string) => `Days of ${month}`,
  day: (day: string, amount: string, requests: number) => `${day}: ${amount}, ${count(requests, 'request')}`,
  emptyDay: (day: string) => `${day}: nothing spent`,
  less: 'Less',
  more: 'More',
  monthSpent: (amount: string, month: string) => `${amount} in ${month}`,
  forecast: (expected: string, month: string, low: string, high: string) =>
    `${month} will come to about ${expected}, most likely between ${low} and ${high}.`,
  forecastSame: (expected: string, month: string) => `${month} will come to about ${expected}.`,
  forecastHow: (days: number) =>
    `Made from the last ${numberText(days)} whole days. Four months out of five end within the range.`,
  noForecast: 'A forecast appears after a week of use.',

  csv: {
    from: 'from',
    to: 'to',
    agent: 'agent',
    columns: {
      requests: 'requests',
      input: 'input tokens',
      cached: 'cached tokens',
      output: 'output tokens',
      hitRate: 'cache hit rate',
      cost: 'usd',
      perRequest: 'usd per request',
      change: 'change',
    },
  },
};
