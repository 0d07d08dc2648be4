import type { Strings } from '../say.ts';

/** The frame around every page. */
export const shell: Strings['shell'] = {
  pages: {
    overview: 'Übersicht',
    costs: 'Kosten',
    agents: 'Agenten',
    requests: 'Anfragen',
    keys: 'Schlüssel',
    connections: 'Verbindungen',
    mcp: 'MCP',
    audit: 'Audit',
    settings: 'Einstellungen',
  },
  pageList: 'Seiten',
  skip: 'Zum Inhalt springen',
  search: 'Suchen',
  searchHint: (shortcut) => `Seite oder Befehl suchen (${shortcut})`,
  link: { connecting: 'Verbinde …', live: 'Live', lost: 'Verbinde neu …', 'signed-out': 'Abgemeldet' },
  gatewaySilent: 'Das Gateway antwortet nicht. Verbindung wird wiederhergestellt …',
  lastHeard: 'Die Zahlen unten sind möglicherweise veraltet.',
  host: {
    waitingForPassphrase: 'Purser wartet auf deine Passphrase.',
    starting: 'Das Gateway startet …',
    stopping: 'Das Gateway schließt laufende Anfragen ab …',
    titles: {
      restart: 'Das Gateway läuft nicht',
      passphrase: 'Der Tresor ist gesperrt',
      'place-for-keys': 'Purser hat keinen sicheren Ort für deine Anbieterschlüssel',
    },
    places:
      'Entsperre oder starte den Schlüsselbund und versuche es noch einmal, oder wähle einen anderen Ort. Ein Tresor ' +
      'ist eine Datei, die sich mit deiner Passphrase öffnet; du wirst bei jedem Start danach gefragt. Im ' +
      'Arbeitsspeicher sind die Schlüssel weg, sobald du Purser beendest. Purser merkt sich deine Wahl, bis du im ' +
      'Menü wieder den Schlüsselbund wählst.',
    answers: {
      restart: 'Neu starten',
      passphrase: 'Passphrase eingeben',
      'place-for-keys': 'Schlüsselbund erneut versuchen',
    },
    inVault: 'Verschlüsselten Tresor verwenden',
    inMemory: 'Im Arbeitsspeicher halten',
  },
  notYetStored:
    'Was du gestoppt hast, bleibt gestoppt, ist aber noch nicht auf der Festplatte gespeichert, weil sich das ' +
    'Kassenbuch nicht schreiben lässt. Schaffe Platz oder prüfe den Datenordner: Purser speichert, sobald es geht. ' +
    'Endet Purser vorher, ist die Änderung verloren.',
  everythingIsPaused: 'Alles ist pausiert. Jede Anfrage wird abgelehnt, bis du fortsetzt.',
  pauseEverything: 'Alles pausieren',
  resumeEverything: 'Alles fortsetzen',
  pausedEverything: 'Alles ist pausiert, laufende Anfragen wurden abgebrochen.',
  resumedEverything: 'Agenten dürfen wieder Geld ausgeben.',
  revokeEverything: 'Alles widerrufen',
  revokeEverythingHint: 'Beendet alle Unterschlüssel endgültig und bricht laufende Anfragen ab. Fragt vorher nach.',
  issueSubKey: 'Unterschlüssel ausstellen',
};
