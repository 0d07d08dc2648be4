import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';
import { count } from '../count.ts';

const DURING = {
  '15min': 'letzte 15 Minuten',
  hour: 'letzte Stunde',
  day: 'letzte 24 Stunden',
  week: 'letzte 7 Tage',
  month: 'letzte 30 Tage',
  quarter: 'letzte 3 Monate',
  year: 'letzte 12 Monate',
};

const IN_THE = {
  '15min': 'in den letzten 15 Minuten',
  hour: 'in der letzten Stunde',
  day: 'in den letzten 24 Stunden',
  week: 'in den letzten 7 Tagen',
  month: 'in den letzten 30 Tagen',
  quarter: 'in den letzten 3 Monaten',
  year: 'in den letzten 12 Monaten',
};

/** Times that a sum is compared with. */
const BEFORE = {
  day: 'gestern um diese Zeit',
  week: 'letzte Woche um diese Zeit',
  month: 'letzten Monat um diese Zeit',
  span: 'im Zeitraum davor',
};

/** Spend over time. */
export const spendChart: Strings['spendChart'] = {
  spent: (amount, range) => `${amount} ${IN_THE[range]}`,
  /** Of a stretch of one's own choice, which the line below names. */
  spentThen: (amount) => `${amount} im gewählten Zeitraum`,
  /** More about it on the line below: from when to when, how that compares, what caches saved. */
  notes: (notes) => notes.join(' · '),
  cachesSaved: (amount) => `${amount} durch Prompt-Caches gespart`,
  cachesCost: (amount) => `Prompt-Caches kosteten ${amount} mehr, als sie sparten`,
  spend: (range) => `Ausgaben, ${DURING[range]}`,
  spendThen: (stretch) => `Ausgaben, ${stretch}`,
  nothingSpent: (range) => `${capital(IN_THE[range])} wurde nichts ausgegeben.`,

  more: (percent, before) => `${numberText(percent)}\u00A0% mehr als ${BEFORE[before]}`,
  less: (percent, before) => `${numberText(percent)}\u00A0% weniger als ${BEFORE[before]}`,
  same: (before) => `etwa so viel wie ${BEFORE[before]}`,
  amountBefore: (amount, before) => `${BEFORE[before]}: ${amount}`,

  howToZoom:
    'Die Pfeiltasten bewegen sich über die Balken. Mit der Umschalttaste wählen sie einen Zeitraum; die Eingabetaste ' +
    'vergrößert ihn, Escape führt zurück.',
  /** @param byKeys it waits for a key; otherwise the pointer is about to let go */
  picked: (stretch, byKeys) => (byKeys ? `${stretch} – Eingabetaste vergrößert` : stretch),
  zoomOut: 'Herauszoomen',

  range: 'Zeitraum des Diagramms',
  ranges: {
    '15min': '15 min',
    hour: 'Stunde',
    day: 'Tag',
    week: 'Woche',
    month: 'Monat',
    quarter: '3 Monate',
    year: 'Jahr',
  },
  stackedBy: 'Gestapelt nach',
  groups: { agent: 'Agent', model: 'Modell', provider: 'Anbieter', project: 'Projekt' },
  showAs: 'Anzeigen als',
  shapes: { chart: 'Diagramm', table: 'Tabelle' },
  compare: 'Mit Vorzeitraum vergleichen',
  exportCsv: 'CSV exportieren',
  exportPng: 'PNG exportieren',
  /** On the buttons themselves, beside an arrow down. */
  csvFile: 'CSV',
  pngFile: 'PNG',

  showOnly: (name) => `Nur ${name} anzeigen`,
  showAll: 'Alle anzeigen',
  noProject: 'Kein Projekt',
  others: (groups) => count(groups, 'weitere', 'weitere'),

  bucketEmpty: 'Keine Ausgaben',
  together: 'Zusammen',
  before: 'Zeitraum davor',

  table: 'Ausgaben als Tabelle',
  tableEmpty: 'In diesem Zeitraum wurde nichts ausgegeben.',
  when: 'Wann',
  total: 'Summe',
  nothing: '–',
  /** The heads of an exported file. */
  csv: { from: 'von', total: 'Summe' },
};

/** The same words at the beginning of a sentence. */
function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
