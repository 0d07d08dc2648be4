import type { Cap } from '../../../shared/cap.ts';
import { formatUsd } from '../../../shared/money.ts';
import { told } from '../../../shared/told/de/told.ts';
import type { Words } from './wording.ts';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** `A`, `A und B`, `A, B und 3 weitere`. */
function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  if (names.length === 2) return names.join(' und ');
  return `${names.slice(0, 2).join(', ')} und ${names.length - 2} weitere`;
}

const EACH = { hour: 'pro Stunde', day: 'pro Tag', week: 'pro Woche', month: 'pro Monat', total: 'insgesamt' };
const NOW = { hour: 'in dieser Stunde', day: 'heute', week: 'diese Woche', month: 'diesen Monat', total: 'insgesamt' };
const LONG = { hour: 'einer Stunde', day: '24 Stunden', week: '7 Tagen', month: '30 Tagen', total: '' };

/** Which window is meant, after an amount. */
const during = ({ window, rolling }: Pick<Cap, 'window' | 'rolling'>): string =>
  rolling ? `innerhalb von ${LONG[window]}` : NOW[window];

const cap = ({ amount, window, rolling, hold }: Cap): string =>
  `${formatUsd(amount)} ${rolling ? `innerhalb von ${LONG[window]}` : EACH[window]}` +
  (hold === 'full' ? ' (voll reserviert)' : '');

/** German, by what is said where. */
export const de: Words = {
  told,
  app: 'Purser',
  during,
  cap,
  view: 'Ansicht',
  couldNot: 'Das konnte Purser nicht ausführen',
  cannotStart: 'Purser kann nicht starten',
  fault: 'Purser wurde wegen eines Fehlers beendet',
  refusedSwitch: (door) =>
    `Purser startet nicht mit --${door}: Das würde andere Programme in die App lassen, und damit an deine ` +
    `Unterschlüssel und Limits. Starte Purser ohne diese Option.`,
  notRunning: 'Das Gateway läuft nicht. Starte es im Menü neu und versuche es dann noch einmal.',
  crashed: 'Das Gateway ist mehrmals abgestürzt. Deine Tools erreichen es erst wieder, wenn du es neu startest.',
  tray: {
    tooltip: (says) => `Purser: ${says}`,
    isDown: 'das Gateway läuft nicht',
    downTitle: '!',
    down: 'Das Gateway läuft nicht',
    startAgain: 'Neu starten',
    starting: 'Startet …',
    stopping: 'Laufende Anfragen werden beendet …',
    revokedTitle: 'widerrufen',
    pausedTitle: 'pausiert',
    asksTitle: (today, asking) => `${formatUsd(today)} · ${count(asking, 'Frage', 'Fragen')}`,
    todayTitle: (today) => formatUsd(today),
    spentToday: (today) => `${formatUsd(today)} heute ausgegeben`,
    paused: 'Alles ist pausiert',
    notYetStored: 'Ein Stopp ist noch nicht gespeichert: Gib Speicherplatz frei',
    connectTool: 'Tool verbinden …',
    pauseEverything: 'Alles pausieren',
    resumeEverything: 'Alles fortsetzen',
    revokeEverything: 'Alles widerrufen …',
    openDashboard: 'Dashboard öffnen',
    startAtLogin: 'Bei der Anmeldung starten',
    settings: 'Einstellungen',
    useKeychain: 'Wieder den Schlüsselbund verwenden',
    quit: 'Purser beenden',
    stands: {
      paused: (today) => `alles ist pausiert (heute ${formatUsd(today)})`,
      calm: (today) => `heute ${formatUsd(today)}`,
      high: (today) => `heute ${formatUsd(today)}. Ein Limit ist fast aufgebraucht`,
      full: (today) => `heute ${formatUsd(today)}. Ein Limit ist aufgebraucht`,
    },
    waiting: (stands, requests) =>
      `${stands}. ${requests === 1 ? '1 Anfrage wartet' : `${requests} Anfragen warten`} auf dich`,
  },
  agents: {
    none: 'Noch keine Agenten',
    more: (agents) => `${agents} weitere im Dashboard`,
    today: (name, spent) => `${name}: heute ${formatUsd(spent)}`,
    ofCap: (name, spent, amount, window) => `${name}: ${formatUsd(spent)} von ${formatUsd(amount)} ${window}`,
    standing: {
      paused: (line) => `${line} (pausiert)`,
      full: (line) => `${line} (aufgebraucht)`,
      high: (line) => `${line} (fast aufgebraucht)`,
    },
    maySpend: 'Darf ausgeben',
    raise: (text, extra) => `${text} für heute um ${formatUsd(extra)} erhöhen`,
    open: 'Im Dashboard öffnen',
    rotate: 'Unterschlüssel verloren? Rotieren …',
    revoke: 'Widerrufen …',
  },
  approvals: {
    asks: (agent, model, most) => `${agent} möchte ${model} verwenden, bis zu ${formatUsd(most)}`,
    asksToCall: (agent, tool) => `${agent} möchte ${tool} aufrufen`,
    mayDestroy: 'Es kann etwas ändern oder löschen. Die Argumente stehen im Dashboard.',
    policySays: 'Eine Regel sagt, dass du gefragt wirst. Die Argumente stehen im Dashboard.',
    more: (requests) => `${requests} weitere warten im Dashboard`,
    allowOnce: 'Einmal erlauben',
    allowAlways: 'Dieses Werkzeug immer erlauben',
    raise: (extra) => `Für heute um ${formatUsd(extra)} erhöhen`,
    deny: 'Ablehnen',
  },
  notifications: {
    titles: {
      'cap-warning': 'Ein Limit ist bald erreicht',
      'brake-warning': 'Ein Agent ist vielleicht außer Kontrolle',
      'brake-paused': 'Purser hat einen Agenten pausiert',
      prices: 'Neues zu den Preisen deiner Modelle',
      rotation: 'Ein Secret wurde ersetzt oder ist fällig',
      'bill-fault': 'Eine Abrechnung sieht falsch aus',
      'provider-question': 'Purser hat eine Frage zu einem Anbieter',
      'not-stored': 'Ein Stopp ist noch nicht gespeichert',
      'record-broken': 'Das Protokoll passt nicht zu seinem Siegel',
      'ledger-replaced': 'Purser hat ein anderes Kassenbuch vorgefunden',
      'port-changed': 'Purser hat einen anderen Port',
      'approval-asked': 'Eine Anfrage wartet auf dich',
      'mcp-tool-changed': 'Ein Werkzeug eines MCP-Servers hat sich geändert',
    },
    asks: (agent, model, most) => `${agent} möchte ${model} verwenden, bis zu ${formatUsd(most)}`,
    asksToCall: (agent, tool) => `${agent} möchte ${tool} aufrufen und wartet auf dich`,
    test: 'Eine Mitteilung von Purser',
    testBody: 'Mitteilungen funktionieren. So meldet Purser Limits, die bald erreicht sind, und Anfragen, die warten.',
    answers: {
      'allow-once': 'Einmal erlauben',
      'raise-today': 'Für heute erhöhen',
      'allow-always': 'Immer erlauben',
      deny: 'Ablehnen',
    },
    revoked: 'Von Purser widerrufen',
  },
  revoke: {
    everything: 'Alles widerrufen?',
    everythingWhat: (subKeys) =>
      `${subKeys === 1 ? 'Der einzige Unterschlüssel endet' : `Alle ${subKeys} Unterschlüssel enden`}, und jede ` +
      `laufende Anfrage wird abgebrochen.\n\nDas lässt sich nicht rückgängig machen: Jedes Tool braucht danach einen ` +
      `neuen Unterschlüssel. Anbieterschlüssel und bisherige Ausgaben bleiben.\n\nUm die Ausgaben nur eine Zeit lang ` +
      `anzuhalten, wähle stattdessen „Alles pausieren“.`,
    everythingYes: 'Alles widerrufen',
    agent: (agent) => `${agent} widerrufen?`,
    agentWhat: (agent, subKeys) =>
      `${subKeys === 1 ? 'Sein einziger Unterschlüssel endet' : `Seine ${subKeys} Unterschlüssel enden`}, und seine ` +
      `laufenden Anfragen werden abgebrochen.\n\nDas lässt sich nicht rückgängig machen: ${agent} braucht danach ` +
      `einen neuen Unterschlüssel. Bisherige Ausgaben bleiben.\n\nUm den Agenten nur eine Zeit lang anzuhalten, ` +
      `entferne stattdessen das Häkchen bei „Darf ausgeben“.`,
    agentYes: 'Widerrufen',
    no: 'Abbrechen',
  },
  quitting: {
    ask: 'Purser beenden?',
    what: (tools) =>
      `${listed(tools)} ${tools.length === 1 ? 'sendet seine' : 'senden ihre'} Anfragen über Purser. Bis du es ` +
      `wieder startest, ${tools.length === 1 ? 'bekommt dieses Tool' : 'bekommen diese Tools'} ` +
      `„Connection error“.\n\nUm ein Tool ohne Purser zu verwenden, trenne es zuerst.\n\nDas fragt Purser nur einmal.`,
    yes: 'Purser beenden',
    no: 'Abbrechen',
  },
  passphrase: {
    title: (says) => `Purser: ${says}`,
    choose: 'Wähle eine Passphrase für den Tresor',
    chooseWhy:
      'Anbieterschlüssel liegen in einer Datei, die nur diese Passphrase öffnet. Niemand kann sie wiederherstellen: ' +
      'Schreib sie auf und bewahre sie sicher auf.',
    unlock: 'Tresor öffnen',
    unlockWhy:
      'Anbieterschlüssel liegen in einer Datei, die nur deine Passphrase öffnet. Bis dahin kann kein Tool etwas ' +
      'ausgeben.',
    passphrase: 'Passphrase',
    again: 'Noch einmal dieselbe',
    rule: 'Gut sind vier oder fünf Wörter, die nichts miteinander zu tun haben.',
    differ: 'Die beiden Passphrasen unterscheiden sich. Gib die zweite noch einmal ein.',
    cancel: 'Abbrechen',
    create: 'Tresor anlegen',
    open: 'Öffnen',
  },
  help: { menu: 'Hilfe', keys: 'Tastenkürzel', about: 'Über Purser' },
};
