import type { Strings } from '../../say.ts';
import { WEEKDAY_NAMES } from '../weekdays.ts';

const notWhole = (field: string, typed: string): string => `${field}: „${typed}“ ist keine ganze Zahl über 0.`;

const RATES = {
  requestsPerMinute: 'Anfragen pro Minute',
  tokensPerMinute: 'Tokens pro Minute',
  parallelRequests: 'Gleichzeitige Anfragen',
  maxOutput: 'Maximaler Output in Tokens',
  rotateDays: 'Tage bis zum neuen Secret',
};

/** The form for caps and rules at every level. */
export const policy: Strings['policy'] = {
  /** Things that a policy can be on, in the middle of a sentence: the same in the nominative and behind "für". */
  onEverything: 'alles zusammen',
  onProvider: (provider) => `Anbieter ${provider}`,
  onGroup: (group: string) => `die Gruppe ${group}`,
  onKey: (hint, agent) => `Unterschlüssel …${hint} von ${agent}`,

  title: (whose) => `Limits und Regeln für ${whose}`,
  changed: (whose) => `Limits und Regeln für ${whose} gespeichert.`,
  keyHint:
    'Eine Anfrage muss in die Limits hier passen, in die ihres Agenten, ihres Anbieters und ins Gesamtlimit. Schon ' +
    'ausgegebenes Geld zählt mit.',
  levelHint:
    'Gilt zusätzlich zu den Regeln der einzelnen Unterschlüssel: Eine Anfrage muss alle erfüllen. Schon ausgegebenes ' +
    'Geld zählt mit.',
  save: 'Speichern',

  inherited: 'Geerbt',
  onCap: 'Wenn eine Anfrage nicht ins Limit passt',
  onCapChoices: { refuse: 'Ablehnen', ask: 'Warten lassen und mich fragen' },

  parts: 'Modelle, Unterhaltungen und Gruppe',
  modelCaps: 'Limits für Modelle',
  modelCapModels: (nth: number) => `Modelle von Limit ${nth}`,
  modelCapAmount: (nth: number) => `Betrag von Limit ${nth} für Modelle in Dollar`,
  modelCapWindow: (nth: number) => `Zeitraum von Limit ${nth} für Modelle`,
  removeModelCap: (nth: number) => `Limit ${nth} für Modelle entfernen`,
  addModelCap: 'Limit für ein Modell hinzufügen',
  noModels: 'Gib die Modelle an, für die das Limit gilt, z. B. claude-opus-*.',
  conversationCaps: {
    rows: (_caps: number) => 'Limits je Unterhaltung',
    amount: (nth: number) => `Limit ${nth} je Unterhaltung in Dollar`,
    window: (nth: number) => `Zeitraum von Limit ${nth} je Unterhaltung`,
    remove: (nth: number) => `Limit ${nth} je Unterhaltung entfernen`,
    add: (_caps: number) => 'Limit je Unterhaltung hinzufügen',
  },
  conversationHint: 'Gilt für jede Unterhaltung einzeln. Anfragen von Tools, die keine nennen, zählen als eine.',
  group: 'Gruppe',
  noGroup: 'keine',
  groupHint:
    'Agenten einer Gruppe teilen sich deren Limits. Ein neuer Name legt eine an; ihre Limits setzt du unter Agenten.',
  groupCapsHint:
    'Alle Agenten der Gruppe teilen sich diese Limits, neben ihren eigenen. Bisherige Ausgaben zählen mit.',

  reach: 'Modelle und Anbieter',
  allow: 'Nur diese Modelle',
  allowAll: 'alle Modelle',
  allowHint: 'Durch Kommas trennen; * steht für beliebige Zeichen.',
  deny: 'Nie diese Modelle',
  denyNone: 'keine',
  denyHint: 'Hat Vorrang vor den erlaubten Modellen.',
  denyTools: 'Nie diese Tools des Anbieters',
  denyToolsHint: 'Zum Beispiel web_search*, code_execution*, mcp. Eigene Tools funktionieren immer.',
  providers: 'Nur bei diesen Anbietern',
  endpoints: 'Nur diese Endpunkte',
  endpointsAll: 'alle Endpunkte',
  endpointsHint: 'Zum Beispiel chat/completions.',
  environment: 'Umgebung',
  environments: { dev: 'dev', staging: 'staging', prod: 'prod' },
  anyEnvironment: 'Beliebig',
  folder: 'Nur aus diesem Ordner',
  anyFolder: 'überall',
  folderHint: 'Der vollständige Pfad eines Projekts, z.\u00A0B. /home/me/shop.',

  mcp: 'MCP-Server und ihre Werkzeuge',
  mcpServers: 'Nur diese MCP-Server',
  mcpServersAll: 'alle Server',
  mcpServersHint: 'Ihre Namen, durch Kommas getrennt.',
  mcpAllow: 'Nur diese Werkzeuge von MCP-Servern',
  mcpAllowAll: 'alle Werkzeuge',
  mcpToolsHint: 'Als SERVER/WERKZEUG, z. B. github/get_*.',
  mcpDeny: 'Nie diese Werkzeuge von MCP-Servern',
  mcpDenyHint: 'Hat Vorrang vor den erlaubten Werkzeugen.',
  mcpAsk: 'Vor diesen Werkzeugen fragen',
  mcpAskHint: 'Der Aufruf wartet, bis du ihn erlaubst.',
  mcpRun: 'Vor diesen Werkzeugen nie fragen',
  mcpRunHint: 'Sonst wirst du vor jedem Werkzeug gefragt, das etwas ändern oder löschen kann.',
  mcpRulesKept:
    'Regeln für Argumente und Grenzen für Aufrufe bleiben, wie sie sind. Sie stehen in der Policy-Datei: ' +
    'purser policy export',

  limits: 'Raten und Größen',
  noLimit: 'unbegrenzt',
  requestsPerMinute: RATES.requestsPerMinute,
  tokensPerMinute: RATES.tokensPerMinute,
  parallelRequests: RATES.parallelRequests,
  maxCost: 'Höchstbetrag pro Anfrage',
  maxOutput: RATES.maxOutput,
  maxOutputHint: 'Anfragen, die mehr verlangen, werden darauf begrenzt.',

  times: 'Ablauf und Arbeitszeiten',
  lastDay: 'Letzter Tag',
  lastDayHint: 'Nach diesem Tag wird jede Anfrage abgelehnt.',
  rotateDays: RATES.rotateDays,
  never: 'nie',
  rotateDaysHint: 'Purser sagt dir Bescheid, wenn es so weit ist.',
  hours: 'Nur zu Arbeitszeiten',
  workingDays: 'Arbeitstage',
  days: WEEKDAY_NAMES,
  from: 'Von',
  to: 'Bis',
  toHint: (timeZone) =>
    `Zeiten in ${timeZone}. Liegt das Ende vor dem Beginn, reicht die Zeit über Mitternacht hinaus.`,

  brake: 'Bremse',
  velocity: 'Wenn viel schneller Geld ausgegeben wird als üblich',
  loop: 'Wenn sich dieselbe Anfrage wiederholt',
  brakeChoices: { off: 'Nichts tun', warn: 'Warnen', pause: 'Agent pausieren' },
  brakeHint: 'Standard: Warnen.',

  notWhole: {
    requestsPerMinute: (typed) => notWhole(RATES.requestsPerMinute, typed),
    tokensPerMinute: (typed) => notWhole(RATES.tokensPerMinute, typed),
    parallelRequests: (typed) => notWhole(RATES.parallelRequests, typed),
    maxOutput: (typed) => notWhole(RATES.maxOutput, typed),
    rotateDays: (typed) => notWhole(RATES.rotateDays, typed),
  },
  noDay: 'Wähle mindestens einen Tag oder schalte die Arbeitszeiten aus.',
  noDate: 'Gib den letzten Tag als Datum ein.',
};
