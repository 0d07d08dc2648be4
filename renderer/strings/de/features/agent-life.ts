import type { Strings } from '../../say.ts';

/** What becomes of an agent: another name, out of the way, part of another, deleted. */
export const agentLife: Strings['agentLife'] = {
  rename: 'Umbenennen …',
  archive: 'Archivieren',
  merge: 'Mit einem anderen Agenten zusammenführen …',
  delete: 'Löschen …',

  renameTitle: (agent) => `${agent} umbenennen`,
  name: 'Name',
  renameHint: 'Tools und Skripte, die den alten Namen verwenden, funktionieren weiter.',
  doRename: 'Umbenennen',
  renamed: (before, after) => `${before} heißt jetzt ${after}.`,

  archived: (agent) => `${agent} ist archiviert. Anfragen werden abgelehnt, bis du den Agenten zurückholst.`,
  archivedList: 'Archivierte Agenten',
  inTotal: (amount) => `${amount} insgesamt`,
  bringBack: 'Zurückholen',
  bringBackAgent: (agent) => `${agent} zurückholen`,

  mergeTitle: (agent) => `${agent} zusammenführen`,
  into: 'Mit',
  mergeMeans: (agent, into) =>
    `Unterschlüssel und Verlauf von ${agent} gehen an ${into} über. Es gelten die Limits und Regeln von ${into}, und ` +
    `was ${agent} ausgegeben hat, zählt dabei mit.`,
  mergeDeletesLogs: (agent) => `Protokollierte Prompts und Antworten von ${agent} werden gelöscht.`,
  doMerge: 'Zusammenführen',
  merged: (agent, into) => `${agent} gehört jetzt zu ${into}.`,

  deleteTitle: (agent) => `${agent} löschen?`,
  deleteMeans:
    'Die Unterschlüssel werden widerrufen und laufende Anfragen abgebrochen. Frühere Anfragen und ihre Kosten ' +
    'bleiben erhalten.',
  archiveInstead: 'Soll der Agent nur eine Zeit lang aus dem Weg sein, archiviere ihn stattdessen.',
  doDelete: 'Agent löschen',
  deleted: (agent) => `${agent} ist gelöscht. Der Verlauf bleibt erhalten.`,
  final: 'Das lässt sich nicht rückgängig machen.',
};
