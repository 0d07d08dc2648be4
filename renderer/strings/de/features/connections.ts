import type { Strings } from '../../say.ts';
import { TOOL_TEXTS } from '../tool-texts.ts';
import { told } from '../../../../shared/told/de/told.ts';
import { count } from '../count.ts';

const KNOWN_HOW = {
  run: 'Mit Purser getestet',
  source: 'Aus dem Quellcode, nicht ausgeführt',
  docs: 'Aus der Dokumentation, nicht ausgeführt',
  told: 'Von anderen berichtet, nicht ausgeführt',
};

/** Tools that spend through Purser, tools that could, and what is in their way. */
export const connections: Strings['connections'] = {
  looking: 'Suche nach Tools auf diesem Rechner …',
  simulated: 'Hier ist alles simuliert; die Tools auf diesem Rechner bleiben unberührt.',
  here: 'Auf diesem Rechner',
  noneHere: 'Auf diesem Rechner wurde kein Tool gefunden, das Purser kennt.',
  environment: 'Alles in einer Shell',
  notHere: (tools) =>
    `${count(tools, 'weiteres unterstütztes Tool', 'weitere unterstützte Tools')}, auf diesem Rechner nicht gefunden`,
  filter: 'Tool suchen',
  noneSo: 'Kein passendes Tool.',
  byHand: 'Jedes andere Tool',
  byHandHow: 'Gib ihm einen Unterschlüssel als API-Schlüssel und dies als Basis-URL:',

  state: {
    connected: 'Verbunden',
    'changed-outside': 'Extern geändert',
    past: 'Nutzt anderes Modell',
    found: 'Gefunden',
    'not-found': 'Nicht gefunden',
    'not-possible': 'Nicht möglich',
    revoked: 'Widerrufen',
    waits: 'Wartet auf die erste Anfrage',
    'not-connected': 'Nicht verbunden',
  },
  coverage: {
    everything: 'Vollständig erfasst',
    partly: 'Teilweise erfasst',
    'not-possible': 'Nicht erfassbar',
  },
  ofTool: (english) => TOOL_TEXTS.get(english) ?? english,
  covered: (level, words) => `${level}. ${words}`,
  known: { run: 'Getestet', source: 'Laut Quellcode', docs: 'Laut Handbuch', told: 'Laut Berichten' },
  knownHow: (by, evidence) => KNOWN_HOW[by] + (evidence === '' ? '.' : ` (${told(evidence)}).`),
  knownLabel: (tool, known) => `${known}: woher Purser das über ${tool} weiß`,
  needsKey: (vendors) => `Braucht einen Anbieterschlüssel für ${vendors}.`,
  addKeyFirst: (vendors) => `Füge zuerst einen Anbieterschlüssel hinzu: Das Tool arbeitet mit ${vendors}`,
  either: (vendors) => vendors.join(' oder '),
  showHow: 'Anleitung',
  connect: 'Verbinden …',
  connectProject: 'Projekt verbinden …',
  showHowTo: (tool) => `Anleitung für ${tool} anzeigen`,
  connectTool: (tool) => `${tool} verbinden`,
  connectToolInProject: (tool) => `${tool} in einem Projekt verbinden`,

  spendsAs: (agent) => `Läuft als Agent ${agent}`,
  spendsAsIn: (agent, project) => `Läuft als Agent ${agent} in ${project}`,
  noProof: 'noch keine Anfrage angekommen',
  proof: {
    'own-request': 'eigene Anfrage angekommen',
    'self-test': 'Testanfrage des Tools angekommen',
    'on-its-behalf': 'Testanfrage mit dem Unterschlüssel angekommen',
  },
  proved: (proof, ago) => `${proof} ${ago}`,
  revoked:
    'Der Unterschlüssel ist widerrufen, deshalb wird jede Anfrage abgelehnt. Trenne das Tool und verbinde es neu, um ' +
    'einen neuen zu bekommen.',
  verify: 'Prüfen',
  verifyTool: (tool) => `${tool} prüfen`,
  verifyByRun: 'Lässt das Tool eine kleine Anfrage stellen; das kostet ein wenig',
  verifyInPlace: 'Purser stellt eine Anfrage mit Adresse und Unterschlüssel aus der Datei des Tools',
  repair: 'Reparieren',
  repairTool: (tool) => `${tool} reparieren`,
  disconnect: 'Trennen …',
  disconnectTool: (tool) => `${tool} trennen`,

  connectTitle: (tool) => `${tool} verbinden`,
  project: 'Projektordner',
  everywhere: 'überall auf diesem Rechner',
  projectExample: '/home/me/shop',
  projectHint: 'Der vollständige Pfad. Die Änderung gilt dann nur in diesem Projekt.',
  howMuch: 'Spielraum',
  presets: { careful: 'Vorsichtig', everyday: 'Alltag', 'long-runs': 'Lange Läufe' },
  hasCaps: (agent) => `${agent} hat diese Limits schon; alle Unterschlüssel teilen sie sich.`,
  presetSays: {
    careful: 'Ein Fünftel des üblichen Betrags, langsam genug zum Zusehen.',
    everyday: 'Der übliche Betrag. Purser warnt, wenn etwas aus dem Ruder zu laufen scheint.',
    'long-runs':
      'Das Vierfache des üblichen Betrags. Bei zu schnellen Ausgaben oder Wiederholungen wird der Agent pausiert, da ' +
      'niemand zusieht.',
  },
  gets: (limits) => `Das Tool bekommt einen eigenen Unterschlüssel: ${limits}.`,
  /** Caps, and then the rules of a preset. */
  limits: (caps, rules) => [caps.join(' und '), rules].filter((part) => part !== '').join(', '),
  itsCaps: 'seine Limits',
  withMcp: 'Mit einem Eintrag für die MCP-Server in Purser',
  keepOut: 'Unterschlüssel nicht in die Datei schreiben: Das Tool holt sich von Purser einen, der eine Stunde gilt',
  doConnect: 'Verbinden',
  showChange: 'Änderung anzeigen',
  isMade: 'wird angelegt',
  isAsItShould: 'braucht keine Änderung',
  isChanged: 'wird geändert',
  change: 'Die genaue Änderung',
  /** @param when of the tool itself: `sofort.` */
  takesEffect: (when) => `Wird wirksam: ${when}`,

  connectedTitle: (tool) => `${tool} ist verbunden`,
  copyInstructions: 'Anleitung kopieren',
  thenUseIt: 'Benutze es dann: Sobald die erste Anfrage ankommt, wird es hier grün.',

  disconnectTitle: (tool) => `${tool} trennen?`,
  leftToDo:
    'Den Rest kann Purser nicht erledigen; das musst du danach selbst tun. Kopiere es jetzt, falls du es brauchst:',
  endsSubKey: 'Der Unterschlüssel wird endgültig widerrufen.',
  becomes: {
    restored: 'wird Byte für Byte wiederhergestellt.',
    edited: 'wurde seitdem geändert: Nur die Werte von Purser werden entfernt.',
    deleted: 'wird gelöscht; vor Purser gab es die Datei nicht.',
    untouched: 'wird nicht geändert.',
  },
  keepIt: 'Verbunden lassen',
  doDisconnect: 'Trennen',
};
