import type { Cap } from '../../../../shared/cap.ts';
import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';
import { during } from './caps.ts';
import { count } from '../count.ts';

/** A cap as it is told: amounts are written already. */
interface ToldCap extends Pick<Cap, 'window' | 'rolling'> {
  /** An agent or a provider; undefined: everything together. */
  readonly owner: string | undefined;
  readonly spent: string;
  readonly amount: string;
}
/** The subject and its verb. */
const has = ({ owner }: ToldCap): string => (owner === undefined ? 'Alle Agenten zusammen haben' : `${owner} hat`);
const used = (cap: ToldCap): string => `${during(cap)} ${cap.spent} von ${cap.amount} verbraucht`;

/** What the gateway tells as a code and values, and the buttons beside it. */
export const notices: Strings['notices'] = {
  /** @param percent of the cap, rounded down: 100 is all of it */
  capShare: (cap, percent) =>
    percent >= 100
      ? `${has(cap)} das Limit aufgebraucht: ${cap.spent} von ${cap.amount} ${during(cap)}.`
      : `${has(cap)} ${percent}\u00A0% des Limits verbraucht: ${cap.spent} von ${cap.amount} ${during(cap)}.`,
  /** @param reset what becomes of the cap, a verb with what belongs to it; so in all three */
  capUsedUp: (cap, reset) =>
    `${has(cap)} ${during(cap)} das Limit von ${cap.amount} aufgebraucht; Anfragen werden abgelehnt. Das Limit ` +
    `${reset}.`,
  /** A little is left, and no request fits in it. */
  capTooFull: (cap, reset) => `${has(cap)} ${used(cap)}; für die nächste Anfrage reicht das nicht. Das Limit ${reset}.`,
  capHolds: (cap, held, reset) =>
    `${has(cap)} ${used(cap)}; weitere ${held} sind für laufende Anfragen reserviert. Das Limit ${reset}.`,
  /** In place of a moment at which the window ends. */
  resetsRolling: 'wird wieder frei, sobald ältere Ausgaben aus dem Zeitraum fallen',
  resetsNever: 'wird nicht zurückgesetzt; weiter geht es erst, wenn du es erhöhst',

  repeats: (times, minutes) =>
    `${count(times, 'identische Anfrage', 'identische Anfragen')} in ${count(minutes, 'Minute', 'Minuten')}`,
  haste: (perMinute, usual) => `${perMinute} pro Minute statt wie üblich ${usual}`,
  stuck: (agent, why) => `${agent} hängt vielleicht fest: ${why}. Der Agent läuft noch.`,
  racing: (agent, why) => `${agent} gibt ungewöhnlich schnell Geld aus: ${why}. Der Agent läuft noch.`,
  brakePaused: (agent, why) => `${agent} wurde pausiert: ${why}.`,

  rotated: (agent) =>
    `Ein Unterschlüssel von ${agent} hat ein neues Secret, und das Tool kennt es schon. Das alte gilt noch einen Tag.`,
  rotationDue: (agent, hint, id) =>
    `Der Unterschlüssel …${hint} von ${agent} braucht ein neues Secret: \`purser key rotate ${id}\``,
  usageImpossible: (provider, model) =>
    `${provider} meldet für ${model} mehr Tokens, als dieses Modell verbrauchen kann. Purser hat das mögliche ` +
    `Maximum gezählt; vergleiche es mit deiner Rechnung.`,
  usageAboveBound: (provider, model) =>
    `${provider} meldet für ${model} mehr, als Purser reserviert hatte. Die Kosten zählen wie gemeldet. Bitte melde ` +
    `das als Fehler in Purser.`,
  stopsUnknown: (provider) =>
    `Stoppt ${provider} die Berechnung, wenn ein Tool einen Stream vorzeitig abbricht? Solange du es nicht angibst, ` +
    `zählt eine solche Anfrage mit ihren höchstmöglichen Kosten.`,
  wentOn: (provider, billed, counted) =>
    `${provider} hat eine Antwort zu Ende geführt, obwohl das Tool die Verbindung schon getrennt hatte, und ` +
    `berechnet ${billed} statt ${counted}. Purser liest solche Streams ab jetzt bis zum Ende. Falls das nicht ` +
    `stimmt: \`purser provider set ${provider} --stops-when-left auto\``,
  toolChanged: (server, tool) =>
    `Der MCP-Server ${server} beschreibt sein Werkzeug ${tool} anders als zu dem Zeitpunkt, an dem ihm vertraut ` +
    `wurde. Es ist gesperrt, bis du den Unterschied gesehen hast.`,
  billUnread: (title, provider) =>
    `Purser konnte die Rechnung von ${title} nicht lesen und versucht es von selbst noch einmal. Den Grund zeigt ` +
    `\`purser reconcile ${provider}\`.`,
  priceCheck:
    'Einmal am Tag prüft Purser bei genai-prices (GitHub) und models.dev, ob sich Preise deiner Modelle geändert ' +
    'haben. Dabei wird kein Preis von selbst geändert und nichts über dich gesendet. Ausschalten: ' +
    '`purser price auto off`',
  recordBroken: {
    cut: (sealed, found) =>
      `Das Protokoll endet bei Eintrag ${found}, Eintrag ${sealed} war aber schon versiegelt: Sein Ende wurde ` +
      `abgeschnitten oder durch ein älteres Kassenbuch ersetzt. Wenn du kein Backup zurückgespielt hast, war es ` +
      `jemand anderes.`,
    rewritten: (sealed) =>
      `Eintrag ${sealed} des Protokolls ist nicht der, der versiegelt wurde: Das Protokoll wurde außerhalb von ` +
      `Purser neu geschrieben.`,
    changed: (_sealed, found) =>
      `Eintrag ${found} des Protokolls oder einer davor wurde außerhalb von Purser geändert.`,
    'store-older': (sealed, found) =>
      `Der Schlüsselspeicher ist älter als das Protokoll: Er kennt es bis Eintrag ${sealed}, versiegelt war schon ` +
      `Eintrag ${found}. Wenn du ihn nicht aus einem Backup zurückgespielt hast, war es jemand anderes.`,
    'seal-gone': (_sealed, found) =>
      `Das Protokoll war bis Eintrag ${found} versiegelt, aber der Schlüssel des Siegels ist nicht mehr im ` +
      `Schlüsselspeicher. Wenn du deine Schlüssel in einen anderen Speicher verschoben hast, ist das der Grund.`,
  },
  ledgerReplaced: (dataFolder) =>
    `Das Kassenbuch in ${dataFolder} ist ein anderes als zuvor: Limits, Unterschlüssel, Regeln und ` +
    `frühere Ausgaben fehlen darin. Wenn du es nicht selbst ersetzt hast, beende Purser und spiele ledger.sqlite aus ` +
    `einem Backup zurück.`,

  pause: (agent) => `${agent} pausieren`,
  /** The button of the question whether a provider stops when its stream is left. */
  sayWhich: 'Auswählen',
  seeRequests: 'Anfragen anzeigen',
  dismiss: (notice) => `Ausblenden: ${notice}`,
  /** Opens the notices behind the first one. */
  more: (notices) => `${numberText(notices)} weitere`,
  fewer: 'Weniger anzeigen',
  resume: (agent) => `${agent} fortsetzen`,
};
