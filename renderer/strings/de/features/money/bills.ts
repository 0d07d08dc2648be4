import type { Strings } from '../../../say.ts';
import { count } from '../../count.ts';

/** What providers say that they charged, beside the ledger. */
export const bills: Strings['bills'] = {
  /** What a provider's bill says of a month. @param open that days are not final, or nothing */
  agrees: (title, month, billed, open) =>
    `${title} und Purser kommen für ${month} beide auf ${billed}${open === '' ? '' : `; ${open}`}.`,
  /** @param apart the difference in percent; nothing where the provider says $0 */
  apart: ({ title, month, billed, own, apart, open }) =>
    `${title} berechnet für ${month} ${billed}, Purser hat ${own} erfasst` +
    `${apart === '' ? '' : `: ${apart} Abweichung`}${open === '' ? '' : `; ${open}`}.`,
  daysNotFinal: (days) => `${count(days, 'Tag ist', 'Tage sind')} noch vorläufig`,
  /** @param compared the sentence of the bill that was read before */
  unread: (compared, provider) =>
    `${compared} Zuletzt konnte die Rechnung nicht gelesen werden: \`purser reconcile ${provider}\``,
  percent: (figure) => `${figure}\u00A0%`,
  percentBelow: (figure) => `weniger als ${figure}\u00A0%`,

  settle: (day, title) => `${day} nach der Rechnung von ${title} abrechnen`,
  settleHint: (title) =>
    `Senkt jede geschätzte Anfrage dieses UTC-Tages auf das, was ${title} dafür berechnet hat. Nichts wird erhöht, ` +
    `und das Protokoll hält jede Änderung fest.`,
  settled: (requests, before, after) =>
    `${count(requests, 'Anfrage zählt', 'Anfragen zählen')} jetzt ${after} statt ${before}.`,
};
