import type { ToldEntries } from '../told.ts';

/** Notes on a change before it is made, what stays after it, and why it cannot be made. */
export const TOLD_PLAN_NOTES: ToldEntries = [
  [
    '{0} is a link out of the project: the change is made in {1}.',
    '{0} ist ein Link aus dem Projekt hinaus: Die Änderung wird in {1} gemacht.',
  ],
  [
    'Other users of this machine can read {0}, and it will hold a sub-key. Keep them out: chmod go-rwx {1}',
    'Andere Benutzer dieses Rechners können {0} lesen, und die Datei wird einen Unterschlüssel enthalten. Sperre ' +
      'sie aus: `chmod go-rwx {1}`',
  ],
  [
    'So the line {0} goes into {1}, and away again when you disconnect.',
    'Deshalb kommt die Zeile {0} in {1} und verschwindet beim Trennen wieder.',
  ],
  [
    '{0} will hold a sub-key, and it is in the git repository {1}: the sub-key would go with the next commit.',
    '{0} wird einen Unterschlüssel enthalten und liegt im git-Repository {1}: Der Unterschlüssel ginge mit dem ' +
      'nächsten Commit mit.',
  ],
  [
    '{0} holds a sub-key, and it is in the git repository {1}: the sub-key would go with the next commit.',
    '{0} enthält einen Unterschlüssel und liegt im git-Repository {1}: Der Unterschlüssel ginge mit dem nächsten ' +
      'Commit mit.',
  ],
  [
    'Take it out of the repository (git rm --cached) and keep it out with the line {0} in .gitignore, or disconnect.',
    'Nimm sie aus dem Repository (`git rm --cached`) und halte sie mit der Zeile {0} in .gitignore heraus, oder ' +
      'trenne das Tool.',
  ],
  [
    '{0} will hold a sub-key, and git would take it into the repository {1}.',
    '{0} wird einen Unterschlüssel enthalten, und git würde die Datei in das Repository {1} aufnehmen.',
  ],
  [
    '{0} holds a sub-key, and git would take it into the repository {1}.',
    '{0} enthält einen Unterschlüssel, und git würde die Datei in das Repository {1} aufnehmen.',
  ],
  ['Put the line {0} into its .gitignore.', 'Trage die Zeile {0} in dessen .gitignore ein.'],
  [
    'Put the line {0} into {1} (yours alone) or into its .gitignore.',
    'Trage die Zeile {0} in {1} (nur für dich) oder in dessen .gitignore ein.',
  ],
  ['CLI {0}; the extension was not run', 'CLI {0}; die Erweiterung wurde nicht ausgeführt'],
  ['CLI {0}; the project has ended', 'CLI {0}; das Projekt ist eingestellt'],
  ['docs of others; not run', 'Dokumentation anderer; nicht ausgeführt'],
  ['{0}; not run', '{0}; nicht ausgeführt'],
  ['{0}, and the documentation', '{0}, und die Dokumentation'],
  [
    'of models by Cursor staff, forum.cursor.com/t/160995; of MCP its documentation says so',
    'zu Modellen von Mitarbeitern von Cursor, forum.cursor.com/t/160995; zu MCP laut Dokumentation',
  ],
  [
    'the SDKs, and bash, zsh and fish, on Linux; PowerShell was not run',
    'die SDKs sowie bash, zsh und fish unter Linux; PowerShell wurde nicht ausgeführt',
  ],
  ['which tools read it', 'welche Tools sie lesen'],
  ['not run', 'nicht ausgeführt'],
  ['the whole file', 'die ganze Datei'],
  [
    'the file was deleted, and its contents are not restored',
    'die Datei wurde gelöscht, und ihr Inhalt wird nicht wiederhergestellt',
  ],
  ['the file was changed since, so it is left there', 'die Datei wurde seitdem geändert und bleibt deshalb'],
  [
    'lines between the marks were changed since; they were removed with the marks',
    'Zeilen zwischen den Markierungen wurden seitdem geändert; sie wurden mit den Markierungen entfernt',
  ],
  ['{0} was changed since', '{0} wurde seitdem geändert'],
  [
    'what {0} was before cannot be read any more, so it is taken out',
    'was {0} vorher war, lässt sich nicht mehr lesen; deshalb wird es entfernt',
  ],
  [
    '"{0}" cannot be taken out without touching something else',
    '„{0}“ lässt sich nicht entfernen, ohne anderes zu berühren',
  ],
  [
    'The files have changed since you looked at this change. Nothing was done; look at the change again.',
    'Die Dateien haben sich geändert, seit du diese Änderung angesehen hast. Nichts wurde getan; sieh dir die ' +
      'Änderung noch einmal an.',
  ],
  [
    'The sub-key of this connection was revoked. Disconnect it and connect it again.',
    'Der Unterschlüssel dieser Verbindung wurde widerrufen. Trenne das Tool und verbinde es neu.',
  ],
  ['{0} cannot be connected: {1}', '{0} lässt sich nicht verbinden: {1}'],
  ['{0} cannot fetch its key from a command.', '{0} kann seinen Schlüssel nicht von einem Befehl holen.'],
  [
    'There is nothing Purser could set up for {0} on this machine.',
    'Auf diesem Rechner gibt es nichts, was Purser für {0} einrichten könnte.',
  ],
  ['Purser knows no way to give {0} its MCP servers.', 'Purser kennt keinen Weg, {0} seine MCP-Server zu geben.'],
  [
    '{0} needs to know which models there are: name them with --model NAME.',
    '{0} muss wissen, welche Modelle es gibt: Nenne sie mit --model NAME.',
  ],
  [
    '{0} needs a provider it can work with. Add a provider key first: {1}.',
    '{0} braucht einen Anbieter, mit dem es arbeiten kann. Füge zuerst einen Anbieterschlüssel hinzu: {1}.',
  ],
  [
    '{0} is connected for one project folder at a time: say which one.',
    '{0} wird jeweils für einen Projektordner verbunden: Gib an, für welchen.',
  ],
  [
    '{0} can only be connected for the whole machine, not for one project folder.',
    '{0} lässt sich nur für den ganzen Rechner verbinden, nicht für einen Projektordner.',
  ],
  ['A project folder is an absolute path.', 'Ein Projektordner ist ein absoluter Pfad.'],
  [
    'The path of this project folder holds a line break or another control character. Rename the folder first.',
    'Der Pfad dieses Projektordners enthält einen Zeilenumbruch oder ein anderes Steuerzeichen. Benenne den ' +
      'Ordner zuerst um.',
  ],
  ['There is no folder {0}.', 'Den Ordner {0} gibt es nicht.'],
  [
    '"{0}" cannot be set here without touching something else (is a key there twice, or an alias or an anchor in ' +
      'the way?)',
    '„{0}“ lässt sich hier nicht setzen, ohne anderes zu berühren (kommt ein Schlüssel doppelt vor, oder ist ein ' +
      'Alias oder Anker im Weg?)',
  ],
  [
    '{0} is not a {1} here, so nothing can be put into it',
    '{0} ist hier keine {1}; deshalb lässt sich nichts eintragen',
  ],
  ['group of settings', 'Gruppe von Einstellungen'],
  ['list', 'Liste'],
  [
    'Purser knows no tool "{0}". See `purser connections`.',
    'Purser kennt kein Tool „{0}“. Siehe `purser connections`.',
  ],
  ['"{0}" is not connected. See `purser connections`.', '„{0}“ ist nicht verbunden. Siehe `purser connections`.'],
  [
    '{0}, line {1}: {2}. Purser changed nothing. Fix that line and try again.',
    '{0}, Zeile {1}: {2}. Purser hat nichts geändert. Berichtige diese Zeile und versuche es noch einmal.',
  ],
  [
    '{0}: {1}. Purser changed nothing. Change that in the file and try again.',
    '{0}: {1}. Purser hat nichts geändert. Ändere das in der Datei und versuche es noch einmal.',
  ],
  [
    'This Purser leaves the tools on this machine alone, because everything in it is simulated. Connect tools in ' +
      'the real one.',
    'Dieses Purser lässt die Tools auf diesem Rechner in Ruhe, weil darin alles simuliert ist. Verbinde Tools im ' +
      'echten.',
  ],
  [
    'There is no `purser` command on the PATH that the tool could ask. Install it there (npm link), or let the ' +
      'file hold the sub-key.',
    'Im PATH gibt es keinen Befehl `purser`, den das Tool fragen könnte. Installiere ihn dort (`npm link`), oder ' +
      'lass den Unterschlüssel in der Datei stehen.',
  ],
];
