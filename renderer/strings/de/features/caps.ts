import type { Cap } from '../../../../shared/cap.ts';
import type { Strings } from '../../say.ts';

type Window = Pick<Cap, 'window' | 'rolling'>;

const EACH = { hour: 'pro Stunde', day: 'pro Tag', week: 'pro Woche', month: 'pro Monat', total: 'insgesamt' };
const IN_ANY = {
  hour: 'innerhalb von 60 Minuten',
  day: 'innerhalb von 24 Stunden',
  week: 'innerhalb von 7 Tagen',
  month: 'innerhalb von 30 Tagen',
  total: 'insgesamt',
};
const NOW = { hour: 'diese Stunde', day: 'heute', week: 'diese Woche', month: 'diesen Monat', total: 'insgesamt' };
const IN_LAST = {
  hour: 'in der letzten Stunde',
  day: 'in den letzten 24 Stunden',
  week: 'in den letzten 7 Tagen',
  month: 'in den letzten 30 Tagen',
  total: 'insgesamt',
};

/** `pro Tag`, `innerhalb von 24 Stunden`: what a cap is for. */
const per = ({ window, rolling }: Window): string => (rolling ? IN_ANY : EACH)[window];

/** `heute`, `in den letzten 24 Stunden`: which window is meant. Other features' sentences have it, too. */
export const during = ({ window, rolling }: Window): string => (rolling ? IN_LAST : NOW)[window];

/** Caps: how they are told, typed and raised. */
export const caps: Strings['caps'] = {
  cap: (amount, cap) => `${amount} ${per(cap)}${cap.hold ? ' (voll reserviert)' : ''}`,
  used: (spent, amount, window) => `${spent} von ${amount} ${during(window)}`,
  usedBy: (whose, used) => `${whose}: ${used}`,
  left: (amount) => `${amount} übrig`,
  held: (amount) => `${amount} für laufende Anfragen reserviert`,
  raisedToday: (amount) => `für heute um ${amount} erhöht`,
  requestsInFull: 'Anfragen voll reserviert',
  rolling: 'gleitend',
  neverResets: 'wird nie zurückgesetzt',
  /** Facts about a cap, one after the other. */
  facts: (facts) => facts.join(', '),

  rows: (caps) => (caps === 1 ? 'Limit' : 'Limits'),
  amount: (nth) => (nth === 1 ? 'Limit in Dollar' : `Limit ${nth} in Dollar`),
  window: (nth) => (nth === 1 ? 'Zeitraum des Limits' : `Zeitraum von Limit ${nth}`),
  remove: (nth) => (nth === 1 ? 'Limit entfernen' : `Limit ${nth} entfernen`),
  rollingWindows: 'Gleitend',
  choice: per,
  add: (caps) => (caps === 0 ? 'Limit hinzufügen' : 'Weiteres Limit hinzufügen'),
  holdInFull: 'Jede Anfrage voll reservieren',
  holdInFullMeans:
    'Reserviert den Betrag, den eine Anfrage höchstens kosten kann. Streng, aber es laufen weniger gleichzeitig.',
  noAmount: 'Gib einen Betrag über 0\u00A0$ ein, z.\u00A0B. 5.',
  twice: (window) => `Zwei Limits gelten ${per(window)}. Behalte das niedrigere oder ändere bei einem den Zeitraum.`,
  none: 'Lege mindestens ein Limit fest, z.\u00A0B. 5 Dollar pro Tag.',

  raise: (cap, extra) => `Limit von ${cap} für heute um ${extra} erhöhen`,
  raised: (amount) => `Bis Mitternacht auf ${amount} erhöht.`,
};
