import type { Strings } from '../../say.ts';
import { during } from './caps.ts';
import { count, requestCount } from '../count.ts';

/** A cap by whose it is, without its article. */
const limitOf = (owner: string | undefined): string => (owner === undefined ? 'Gesamtlimit' : `Limit von ${owner}`);

/** The money at a glance: figures, pace, agents in brief. */
export const overview: Strings['overview'] = {
  figures: 'Ausgaben und Limits',
  windows: { day: 'Heute ausgegeben', week: 'Diese Woche', month: 'Dieser Monat' },
  requests: (requests) => requestCount(requests),
  requestsCompared: (requests, compared) => `${requestCount(requests)}; ${compared}`,
  /** Today's requests, and what may still be spent: two sentences in a line. */
  today: (requests, allowance) => `${requests}. ${allowance}`,
  capOnEverything: 'Gesamtlimit',
  of: (amount) => `von ${amount}`,
  /** A cap that is not today's, after what was spent today. */
  ofCap: (spent, amount, window) => `· ${spent} von ${amount} ${during(window)}`,
  everythingPaused: 'Alles ist pausiert; es kann nichts mehr ausgegeben werden.',
  noSubKey: 'Kein Unterschlüssel ist aktiv; es kann nichts mehr ausgegeben werden.',
  allows: (amount) => `Die Limits lassen noch höchstens ${amount} zu.`,
  allowsNothing: 'Die Limits sind ausgeschöpft.',

  pace: (amount) => `${amount} pro Stunde.`,
  nobodySpent: 'In den letzten 15 Minuten wurde nichts ausgegeben.',
  noCapReached: 'Bei diesem Tempo wird kein Limit erreicht, bevor es zurückgesetzt wird.',
  /** "bis" goes with a clock and with a day. @param owner an agent or a provider; undefined for everything together */
  reaches: (owner, amount, window, moment) =>
    `Bei diesem Tempo reicht das ${limitOf(owner)} (${amount} ${during(window)}) bis ${moment}.`,
  hasLeft: (owner, left, amount, window) =>
    `Vom ${limitOf(owner)} (${amount} ${during(window)}) sind noch ${left} übrig.`,
  nothingLeft: (owner, amount, window) => `Das ${limitOf(owner)} (${amount} ${during(window)}) ist aufgebraucht.`,
  /** Nobody knows which of their sub-keys or providers the money goes through. */
  mayBeReached: (names) =>
    `Bei diesem Tempo könnte ein Limit von ${names.join(' oder ')} erreicht werden, bevor es zurückgesetzt wird.`,
  more: (caps) => `${count(caps, 'weiteres Limit wird', 'weitere Limits werden')} später erreicht.`,
  cachesSaved: (amount) => `Prompt-Caches haben heute ${amount} gespart.`,

  agents: 'Agenten',
  allAgents: 'Alle Agenten',
  paused: 'Pausiert',
};
