import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';
import { count, requestCount } from '../count.ts';

const RANGES = {
  today: 'Heute',
  yesterday: 'Gestern',
  week: 'Diese Woche',
  '7-days': 'Letzte 7 Tage',
  month: 'Dieser Monat',
  'last-month': 'Letzter Monat',
  '30-days': 'Letzte 30 Tage',
  all: 'Gesamt',
};

/** The table of costs, its dates and its calendar. */
export const costs: Strings['costs'] = {
  title: 'Kosten',
  table: 'Kosten als Tabelle',
  groupedBy: 'Gruppieren nach',
  groups: {
    model: 'Modell',
    agent: 'Agent',
    provider: 'Anbieter',
    project: 'Projekt',
    key: 'Unterschlüssel',
    session: 'Unterhaltung',
  },
  agent: 'Agent',
  anyAgent: 'Alle Agenten',
  ranges: RANGES,
  range: 'Zeitraum',
  ownDates: 'Anderer Zeitraum …',
  previousMonth: 'Voriger Monat',
  nextMonth: 'Nächster Monat',

  columns: {
    name: 'Name',
    requests: 'Anfragen',
    input: 'Input',
    cached: 'Aus Cache',
    output: 'Output',
    hitRate: 'Cache-Treffer',
    cost: 'Kosten',
    perRequest: 'Pro Anfrage',
    change: 'Änderung',
  },
  hints: {
    requests: 'Beendete Anfragen',
    input: 'Input-Tokens, auch die aus einem Cache',
    cached: 'Input-Tokens, die aus einem Prompt-Cache gelesen wurden',
    output: 'Output-Tokens',
    hitRate: 'Anteil des Inputs, der aus einem Prompt-Cache kam',
    cost: 'Dollar',
    perRequest: 'Durchschnitt pro Anfrage in Dollar',
    change: 'Änderung der Kosten gegenüber dem Zeitraum davor',
  },
  chooseColumns: 'Spalten',
  exportCsv: 'CSV exportieren',
  csvFile: 'CSV',
  total: 'Summe',
  /** What is beyond the longest list. */
  others: (groups) => count(groups, 'weitere', 'weitere'),
  noProject: 'Kein Projekt',
  noSession: 'Keine Unterhaltung',
  noName: 'Kein Name',
  nothing: '–',
  newHere: 'neu',
  percent: (amount) => `${amount}\u00A0%`,
  up: (percent) => `+${percent}\u00A0%`,
  down: (percent) => `−${percent}\u00A0%`,
  same: '0\u00A0%',
  times: (amount) => `×${amount}`,
  empty: 'In diesem Zeitraum wurde keine Anfrage beendet.',
  showAll: 'Alles anzeigen',
  seeRequests: (name) => `Anfragen von ${name}`,
  seeModels: (name) => `Was ${name} genutzt hat, nach Modell`,
  /** Of the whole table. */
  spent: (amount, stretch) => `${amount} · ${stretch}`,
  requests: (requests) => requestCount(requests),
  /** What `Änderung` compares with. The first ends without a full stop, as a stretch may end in "Nov." */
  compared: (stretch) => `„Änderung“ vergleicht mit dem Zeitraum davor: ${stretch}`,
  comparedSoFar: (stretch) => `„Änderung“ vergleicht mit ${stretch}, bis zum gleichen Zeitpunkt.`,

  calendar: 'Ausgaben nach Tag',
  calendarMonth: (month) => `Tage im ${month}`,
  day: (day, amount, requests) => `${day}: ${amount}, ${requestCount(requests)}`,
  emptyDay: (day) => `${day}: keine Ausgaben`,
  less: 'Weniger',
  more: 'Mehr',
  monthSpent: (amount, month) => `${amount} im ${month}`,
  forecast: (expected, month, low, high) =>
    `Prognose für ${month}: etwa ${expected}, höchstwahrscheinlich zwischen ${low} und ${high}.`,
  forecastSame: (expected, month) => `Prognose für ${month}: etwa ${expected}.`,
  forecastHow: (days) =>
    `Berechnet aus den letzten ${numberText(days)} vollen Tagen. Vier von fünf Monaten enden innerhalb der Spanne.`,
  noForecast: 'Nach einer Woche Nutzung erscheint hier eine Prognose.',

  csv: {
    from: 'von',
    to: 'bis',
    agent: 'Agent',
    columns: {
      requests: 'Anfragen',
      input: 'Input-Tokens',
      cached: 'Cache-Tokens',
      output: 'Output-Tokens',
      hitRate: 'Cache-Trefferquote',
      cost: 'USD',
      perRequest: 'USD pro Anfrage',
      change: 'Änderung',
    },
  },
};
