import { numberText } from '../../../state/time-and-money/number-text.ts';
import type { Strings } from '../../say.ts';
import { requestCount, runningCount } from '../count.ts';

/** The same in the nominative and the accusative but for its article, which the sentence has. */
const subKey = (hint: string, agent: string): string => `Unterschlüssel …${hint} von ${agent}`;

/** Agents and their sub-keys: what they did, may do, and how they are stopped. */
export const agents: Strings['agents'] = {
  list: 'Agenten',
  none: 'Noch keine Agenten. Mit deinem ersten Unterschlüssel entsteht einer.',
  issueAnother: 'Weiteren ausstellen',
  everything: 'Alles zusammen',
  everythingRules: 'Limits und Regeln',
  everythingUncapped: 'Kein Limit für alle Agenten zusammen.',

  groups: 'Gruppen',
  groupRules: 'Limits',
  groupRulesOf: (group: string) => `Limits der Gruppe ${group}`,
  groupOf: (names: readonly string[]) => `Geteilt von ${names.join(', ')}.`,
  groupEmpty: 'In dieser Gruppe ist zurzeit kein Agent.',
  groupUncapped: (who: string) => `${who} Sie hat noch kein Limit.`,

  paused: 'Pausiert',
  notYetStored: 'Noch nicht gespeichert',
  spentTotal: (amount) => `${amount} insgesamt`,
  /** Beside the amount itself. */
  today: (requests) => `heute, ${requestCount(requests)}`,
  lastHour: (amount) => `${amount} in der letzten Stunde, Minute für Minute`,
  running: (requests) => runningCount(requests),
  neverSeen: 'Noch nie aktiv',
  seen: (ago) => `Zuletzt aktiv ${ago}`,
  /** Its activity now, and how fast it spends. */
  atPace: (activity, amount) => `${activity}, ${amount} pro Stunde`,
  own: 'Alle Unterschlüssel zusammen',
  fullestConversation: (name) => `Vollste Unterhaltung, ${name}`,
  noConversation: 'Anfragen ohne Unterhaltung',
  unusable: (revoked) =>
    revoked === 0
      ? 'Kein nutzbarer Unterschlüssel.'
      : `Kein nutzbarer Unterschlüssel (${numberText(revoked)} widerrufen).`,
  issueOne: 'Einen ausstellen',

  more: (agent) => `Weitere Aktionen für ${agent}`,
  rules: 'Limits und Regeln des Agenten …',
  issueMore: 'Weiteren Unterschlüssel ausstellen …',
  requests: 'Anfragen anzeigen',
  revokeAll: 'Alle Unterschlüssel widerrufen …',

  pause: 'Pausieren',
  resume: 'Fortsetzen',
  pauseAgent: (agent) => `${agent} pausieren`,
  resumeAgent: (agent) => `${agent} fortsetzen`,
  pauseAgentHint: (agent) => `Stoppt ${agent}, auch laufende Anfragen`,
  resumeAgentHint: (agent) => `Lässt ${agent} wieder Geld ausgeben`,
  agentPaused: (agent) => `${agent} ist pausiert.`,

  subKey: 'Unterschlüssel',
  ends: (hint) => `…${hint}`,
  subKeyHint: (id, hint) => `Unterschlüssel ${id}, endet auf ${hint}`,
  pauseKey: (hint, agent) => `${subKey(hint, agent)} pausieren`,
  resumeKey: (hint, agent) => `${subKey(hint, agent)} fortsetzen`,
  keyPaused: (hint, agent) => `Der ${subKey(hint, agent)} ist pausiert.`,
  revoke: 'Widerrufen',
  revokeKey: (hint, agent) => `${subKey(hint, agent)} widerrufen`,
  revokeHint:
    'Beendet diesen Unterschlüssel und bricht seine laufenden Anfragen ab. Du kannst das 5 Sekunden lang rückgängig ' +
    'machen.',
  moreKey: (hint, agent) => `Weitere Aktionen für ${subKey(hint, agent)}`,
  keyRules: 'Limits und Regeln ändern …',
  rotate: 'Secret rotieren …',
  copyId: 'ID kopieren',
  usedUp: 'Anfragen, die mehr kosten könnten, als noch übrig ist, werden abgelehnt.',
  issueInstead: 'Neuen Unterschlüssel ausstellen',

  project: (folder) => `Für das Projekt ${folder}`,
  worksUntil: (moment) => `Gültig bis ${moment}`,
  expired: 'Abgelaufen',
  refusedSince: (moment) => `Seit ${moment} wird jede Anfrage abgelehnt`,
  refused: (ago) => `Abgelehnt ${ago}`,
  oldWorksUntil: (moment) => `Das alte Secret gilt noch bis ${moment}`,
  oldUsed: (ago) => `Altes zuletzt benutzt ${ago}`,
  rotationDue: 'Rotation fällig',
  rotateNow: 'Jetzt rotieren',

  revokedForGood: (hint, agent, cutRequests, time) =>
    `Der ${subKey(hint, agent)} ist widerrufen. ${
      cutRequests === 0 ? 'Es lief keine Anfrage.' : `${runningCount(cutRequests)} in ${time} abgebrochen.`
    }`,
};
