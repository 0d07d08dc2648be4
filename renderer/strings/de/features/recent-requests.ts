import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';
import { count } from '../count.ts';

const limited = (tokens: number): string => `Purser hat die Antwort auf ${count(tokens, 'Token', 'Tokens')} begrenzt`;

/** The newest requests, and the words for how any request ended. */
export const recentRequests: Strings['recentRequests'] = {
  title: 'Letzte Anfragen',
  all: 'Alle Anfragen',
  none: 'Noch keine Anfragen. Sie erscheinen hier, sobald sie beendet sind.',
  columns: {
    time: 'Zeit',
    agent: 'Agent',
    model: 'Modell',
    input: 'Input',
    output: 'Output',
    outcome: 'Ergebnis',
    cost: 'Kosten',
  },
  took: (time) => `Dauer: ${time}`,
  modelAt: (model, provider) => `${model} bei ${provider}`,
  /** Shares of the input come right after it. */
  tokens: (parts) => parts.join(', '),
  input: (tokens) => `${numberText(tokens)} Input`,
  fromCache: (tokens) => `davon ${numberText(tokens)} aus dem Cache gelesen`,
  toCache: (tokens) => `davon ${numberText(tokens)} in den Cache geschrieben`,
  output: (tokens) => `${numberText(tokens)} Output`,
  /** Beside the outcome, where there is no room for columns. */
  inAndOut: (input, output) => `${input} rein, ${output} raus`,
  served: { text: 'Beantwortet', why: 'Die ganze Antwort ist angekommen.' },
  servedShorter: 'Beantwortet, Länge begrenzt',
  servedWithin: (limit) => `Die ganze Antwort ist angekommen. ${limit}`,
  limitedByCap: (tokens) => `${limited(tokens)}, weil das Ausgabenlimit nicht mehr zuließ.`,
  limitedByRules: (tokens) =>
    `${limited(tokens)}: Eine Regel erlaubt nicht mehr, oder niemand weiß, wie lang Antworten dieses Modells werden ` +
    `können.`,
  /** Of requests from before it was kept to what. */
  lowered: 'Purser hat die Länge der Antwort auf das begrenzt, was das Ausgabenlimit noch zuließ.',
  cut: {
    text: 'Abgebrochen',
    why: 'Purser hat diese Anfrage beendet: Limit erreicht, pausiert oder widerrufen.',
  },
  clientGone: { text: 'Vorzeitig getrennt', why: 'Das Tool hat die Verbindung vor dem Ende der Antwort getrennt.' },
  providerError: { text: 'Anbieterfehler', why: 'Beim Anbieter ist ein Fehler aufgetreten, oder er hat abgelehnt.' },
  toolError: {
    text: 'Werkzeugfehler',
    why: 'Das Werkzeug hat einen Fehler gemeldet, oder sein Server ist ausgefallen.',
  },
  providerStatus: (status) => `Anbieterfehler ${status}`,
  crashed: { text: 'Abgestürzt', why: 'Purser wurde beendet, während diese Anfrage lief.' },
};
