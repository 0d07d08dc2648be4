import type { ListedKind, Whose } from '../../../../../shared/refusals/refusal-facts.ts';
import type { CapFact } from '../../../../../shared/contract/notice-facts.ts';
import { tellDays } from '../../../../../shared/day-row.ts';
import { usdOfFull } from '../../../../../shared/refusals/parts.ts';
import { namesOf } from '../../../../../shared/refusals/refusal-words.ts';
import type { Writing } from '../../../../../shared/refusals/writing.ts';
import type { Strings } from '../../../say.ts';
import { requestCount } from '../../count.ts';
import { WEEKDAY_NAMES } from '../../weekdays.ts';
import { during } from '../caps.ts';
import { mcpRefusals } from './mcp-refusals.ts';
import { may, subject } from './subject.ts';

/** Why Purser refused a request. */
export const refusals: Strings['refusals'] = {
  cap: ({ cap, needed, asked }, write) =>
    `${fullText(cap, needed, write)} ${resetText(cap, write)}${asked === undefined ? '' : ` ${ASKED[asked]}`}`,
  calls: ({ owner, window, rolling, most, resetsAt }, write) => {
    const all = most === 1 ? 'die eine erlaubte Anfrage' : `alle ${write.number(most)} erlaubten Anfragen`;
    const reset =
      resetsAt === null ? '' : ` Das Limit wird am ${write.day(resetsAt)} um ${write.clock(resetsAt)} zurückgesetzt.`;
    return `${has(owner)} ${during({ window, rolling })} ${all} verbraucht.${reset}`;
  },
  'max-cost': ({ whose, allowed, needed }, write) => {
    const usd = write.usdSo((see) => see(needed) > see(allowed));
    return (
      `${subject(whose)} ${may(whose)} höchstens ${usd(allowed)} pro Anfrage ausgeben; diese könnte ` +
      `${usd(needed)} kosten.`
    );
  },
  'call-cost': ({ whose, provider, price }, write) =>
    `Ein Aufruf von ${provider} kostet ${write.usd(price)}. Das ist mehr, als ${inside(whose)} pro Anfrage ausgeben ` +
    `${may(whose)}.`,
  'max-output': ({ makes, allowed }, write) =>
    `Diese Anfrage erzeugt bis zu ${write.number(makes)} Output-Tokens, und nichts darin kann diese Zahl senken; ` +
    `erlaubt sind ${write.number(allowed)}.`,
  'unknown-price': ({ model, provider, name }) => {
    const { shown, typed } = namesOf(model);
    return (
      `Purser kennt für „${shown}“ bei ${provider} keinen Preis und kann deshalb kein Limit dafür einhalten. Um es ` +
      `zum höchsten Preis der Modellfamilie zu erlauben: \`purser price allow "${typed}" --provider ${name}\`. Oder ` +
      `lege fest, was eine Million Tokens kostet: \`purser price set "${typed}" --input USD --output USD ` +
      `--provider ${name}\``
    );
  },
  unpriced: ({ what, model, provider }) =>
    `Purser kennt keinen Preis für ${UNPRICED[what] ?? what} mit „${namesOf(model).shown}“ bei ${provider} und kann ` +
    `deshalb kein Limit dafür einhalten. Lass das weg oder nimm ein anderes Modell.`,
  'no-context-window': ({ model }) =>
    `Für Teile dieser Anfrage gibt es keine Obergrenze an Tokens, und die Größe des Kontextfensters von „${model}“ ` +
    `ist nicht bekannt.`,

  'not-among': ({ whose, what, name, allowed }) =>
    `${mayNot(whose, what, name)}. Erlaubt: ${allowed.join(', ') || 'nichts'}.`,
  denied: ({ whose, what, name, by }) => `${mayNot(whose, what, name)} (verboten durch ${by}).`,
  expired: ({ whose, at }, write) =>
    `Das Budget für ${insideAccusative(whose)} ist am ${write.day(at)} abgelaufen. Stelle einen neuen ` +
    `Unterschlüssel aus oder ändere das Datum.`,
  'working-hours': ({ whose, days, from, to }, write) =>
    `${subject(whose)} ${may(whose)} nur ${dayWords(days)} von ${write.timeOfDay(from)} bis ${write.timeOfDay(to)} ` +
    `Geld ausgeben.`,
  environment: ({ provider, environment, own }) =>
    `${provider} ist nur für ${environment}; dieser Unterschlüssel ` +
    `${own === null ? 'hat keine Umgebung' : `ist für ${own}`}.`,
  folder: ({ whose, folder, why }) => {
    const begin = `${subject(whose)} ${may(whose)} nur in ${folder} benutzt werden`;
    if (why.seen === 'no-folder')
      return `${begin}, aber diesen Ordner gibt es nicht. Lege ihn an oder ändere die Regel.`;
    if (why.seen === 'no-process')
      return `${begin}, aber Purser hat zu dieser Verbindung keinen Prozess gefunden. Starte das Tool neu.`;
    return (
      `${begin}, aber dieses Tool läuft in ${why.path}. Starte es im richtigen Ordner oder gib ihm einen anderen ` +
      `Unterschlüssel.`
    );
  },
  'parallel-requests': ({ whose, most }) =>
    `${subject(whose)} ${may(whose)} nur ${requestCount(most)} gleichzeitig ausführen, und gerade ist kein Platz frei.`,
  'requests-per-minute': ({ whose, most }) =>
    `${subject(whose)} ${may(whose)} höchstens ${requestCount(most)} pro Minute senden.`,
  'tokens-per-minute': ({ whose, most, used }, write) =>
    `${subject(whose)} ${may(whose)} höchstens ${write.number(most)} Tokens pro Minute verbrauchen; ` +
    `${write.number(used)} sind schon verbraucht.`,

  'everything-paused': () => 'In Purser ist alles pausiert. Setze es im Tray-Menü fort oder mit `purser resume`.',
  'agent-archived': ({ agent }) =>
    `${agent} ist in Purser archiviert. Hole den Agenten im Dashboard zurück oder mit ` +
    `\`purser agent archive "${agent}" --undo\`.`,
  'agent-paused': ({ agent }) =>
    `${agent} ist in Purser pausiert. Setze den Agenten im Tray-Menü oder im Dashboard fort.`,
  'sub-key-paused': ({ agent }) =>
    `Dieser Unterschlüssel von ${agent} ist pausiert. Setze ihn im Dashboard fort oder mit \`purser key resume\`.`,
  'sub-key-revoked': ({ agent }) =>
    `Dieser Unterschlüssel von ${agent} wurde widerrufen. Stelle in Purser einen neuen aus.`,
  'sub-key-rotated': () =>
    'Dieser Unterschlüssel hat ein neues Secret, und das alte ist abgelaufen. Gib dem Tool das neue.',
  'unknown-sub-key': () =>
    'Purser kennt diesen Schlüssel nicht. Gib dem Tool einen Unterschlüssel: im Dashboard oder mit `purser key issue`.',
  'not-own': ({ id }) =>
    `„${id}“ wurde mit einem anderen Unterschlüssel angelegt. Nimm jenen, oder lege es mit diesem neu an.`,
  'provider-removed': ({ provider }) => `${provider} wurde aus Purser entfernt, während diese Anfrage wartete.`,
  'provider-without-key': ({ provider }) =>
    `Im Schlüsselspeicher liegt kein Schlüssel für ${provider} (Schlüssel, die nur im Arbeitsspeicher liegen, sind ` +
    `nach einem Neustart weg). Entferne den Anbieter und füge ihn neu hinzu.`,
  'not-metered': ({ method, path, provider }) =>
    `Purser kann die Kosten von ${method} ${path} bei ${provider} noch nicht messen und leitet es deshalb nicht ` +
    `weiter.`,
  'host-not-allowed': ({ port }) =>
    `Purser antwortet nur unter http://127.0.0.1:${port}. Prüfe die Basis-URL dieses Tools.`,
  'browser-not-allowed': () =>
    'Purser bedient keine Webseiten, denn sonst könnte jede Seite dein Geld ausgeben. Rufe es aus einem Programm auf.',
  'ledger-stuck': () =>
    'Purser kann sein Kassenbuch nicht schreiben (ist der Datenträger voll?) und lässt bis dahin nichts durch.',
  'ledger-unread': () =>
    'Purser hat noch nicht aus dem Kassenbuch gelesen, was von einem Limit übrig ist, und lässt bis dahin nichts ' +
    'durch. Versuche es noch einmal.',
  stopped: () => 'Die Anfrage wurde gestoppt, während sie wartete.',

  ...mcpRefusals,
};

const ASKED = {
  deny: 'Jemand wurde gefragt und hat abgelehnt.',
  nobody: 'Es wurde nachgefragt, aber niemand hat rechtzeitig geantwortet.',
  'allow-once': 'Die Anfrage wurde erlaubt, aber eine andere Regel lehnt sie ab.',
  'raise-today': 'Das Limit wurde erhöht, aber es reicht immer noch nicht.',
} as const;

const UNPRICED: Readonly<Record<string, string>> = {
  webSearches: 'Websuchen',
  mapSearches: 'Kartensuchen',
  fileSearches: 'Dateisuchen',
  codeRuns: 'Code-Ausführungen',
  containerSeconds: 'die Laufzeit eines Containers, der Code ausführt,',
  audioSeconds: 'Sekunden an Audio',
  pages: 'Seiten',
  characters: 'Zeichen',
  pictures: 'Bilder',
  cacheTokenHours: 'die Stunden eines Caches',
  tier: 'die verlangte Servicestufe',
  audio: 'Audio',
};

const has = (owner: string | null): string => (owner === null ? 'Alle Agenten zusammen haben' : `${owner} hat`);

function inside(whose: Whose): string {
  if (whose.kind === 'everything') return 'alle Agenten zusammen';
  return whose.kind === 'key' ? `dieser Unterschlüssel von ${whose.name}` : whose.name;
}

function insideAccusative(whose: Whose): string {
  return whose.kind === 'key' ? `diesen Unterschlüssel von ${whose.name}` : inside(whose);
}

function mayNot(whose: Whose, what: ListedKind, name: string): string {
  return `${subject(whose)} ${may(whose)} ${MAY_NOT[what](name)}`;
}

const MAY_NOT: Readonly<Record<ListedKind, (name: string) => string>> = {
  provider: (name) => `${name} nicht nutzen`,
  endpoint: (name) => `${name} nicht aufrufen`,
  model: (name) => `das Modell „${name}“ nicht nutzen`,
  tool: (name) => `das Tool „${name}“, das beim Anbieter läuft, nicht nutzen`,
  'mcp-server': (name) => `den MCP-Server ${name} nicht nutzen`,
  'mcp-tool': (name) => `das Werkzeug ${name} nicht nutzen`,
};

function dayWords(days: Parameters<typeof tellDays>[0]): string {
  const told = tellDays(days);
  return 'first' in told
    ? `${WEEKDAY_NAMES[told.first]} bis ${WEEKDAY_NAMES[told.last]}`
    : `am ${told.days.map((day) => WEEKDAY_NAMES[day]).join(', ')}`;
}

function fullText(cap: CapFact, needed: CapFact['amount'], write: Writing): string {
  const { owner, amount, spent, reserved } = cap;
  if (spent >= amount) return `${has(owner)} ${during(cap)} ${write.usd(spent)} von ${write.usd(amount)} verbraucht.`;
  const usd = usdOfFull(cap, needed, write);
  const held = reserved > 0 ? `; weitere ${usd(reserved)} sind für laufende Anfragen reserviert` : '';
  return (
    `${has(owner)} ${during(cap)} ${usd(spent)} von ${usd(amount)} verbraucht${held}; diese Anfrage könnte ` +
    `${usd(needed)} kosten.`
  );
}

function resetText({ window, rolling, resetsAt }: CapFact, write: Writing): string {
  if (rolling) return 'Das Limit wird wieder frei, sobald ältere Ausgaben aus dem Zeitraum fallen.';
  if (resetsAt === null) return 'Erhöhe das Limit mit `purser policy`, oder stelle einen anderen Unterschlüssel aus.';
  if (window === 'week' || window === 'month') return `Das Limit wird am ${write.weekday(resetsAt)} zurückgesetzt.`;
  return `Das Limit wird um ${write.clock(resetsAt)} zurückgesetzt.`;
}
