import type { ToldEntries } from '../told.ts';

/** Why a request went no further: who it came from, where it went, what stopped it. */
export const TOLD_WAY: ToldEntries = [
  [
    'Purser lets an agent {0} only if its policy says so. Allow it: add "{1}" to the endpoints of its policy, ' +
      'beside the others that it may call.',
    'Purser lässt einen Agenten nur {0}, wenn seine Regeln es ausdrücklich erlauben. Um es zu erlauben, nimm ' +
      '„{1}“ in die Endpunkte seiner Regeln auf, neben den anderen, die er aufrufen darf.',
  ],
  ['download a model', 'ein Modell herunterladen'],
  ['publish a model', 'ein Modell veröffentlichen'],
  ['make a model', 'ein Modell anlegen'],
  ['copy a model', 'ein Modell kopieren'],
  ['delete a model', 'ein Modell löschen'],
  ['Purser has no provider named "{0}".', 'Purser hat keinen Anbieter namens „{0}“.'],
  ['Add its key: purser provider add {0}', 'Füge seinen Schlüssel hinzu: `purser provider add {0}`'],
  [
    'See `purser provider list` for those that it has, with the base URL of each.',
    '`purser provider list` zeigt die vorhandenen, jeweils mit Basis-URL.',
  ],
  [
    'Purser does not pass {0} {1} on to {2}: its method is unusual, or encoded dots in its path could lead ' +
      'elsewhere.',
    'Purser leitet {0} {1} nicht an {2} weiter: Die Methode ist ungewöhnlich, oder kodierte Punkte im Pfad ' +
      'könnten anderswohin führen.',
  ],
  [
    'The path {0} does not say which provider is meant. Use a base URL that does (it ends with /openai/v1, ' +
      '/anthropic, ...), or let the policy of this sub-key name one provider.',
    'Der Pfad {0} sagt nicht, welcher Anbieter gemeint ist. Nimm eine Basis-URL, die ihn nennt (sie endet auf ' +
      '/openai/v1, /anthropic, …), oder lass die Regeln dieses Unterschlüssels genau einen Anbieter nennen.',
  ],
  [
    'Purser already holds as many large requests in memory as it can, of this sub-key or of all. Try again in a ' +
      'moment, with fewer large requests at once.',
    'Purser hält schon so viele große Anfragen im Arbeitsspeicher, wie es kann, von diesem Unterschlüssel oder ' +
      'insgesamt. Versuche es gleich noch einmal, mit weniger großen Anfragen auf einmal.',
  ],
  [
    'This call has a field "_method", which could make another call of it than this sub-key may make. Send it ' +
      'with the method that is meant.',
    'Dieser Aufruf hat ein Feld „_method“, das daraus einen anderen Aufruf machen könnte, als dieser ' +
      'Unterschlüssel darf. Sende ihn mit der Methode, die gemeint ist.',
  ],
  [
    'This tool is signed in with {0}. Purser passes on keys, not subscription logins, which no cap could limit. ' +
      "Give the tool a sub-key: purser connect {1}, or purser key issue and set it as the tool's API key.",
    'Dieses Tool ist mit {0} angemeldet. Purser leitet Schlüssel weiter, keine Abo-Anmeldungen, die sich durch ' +
      'kein Limit begrenzen lassen. Gib dem Tool einen Unterschlüssel: `purser connect {1}`, oder `purser key ' +
      'issue` und ihn als API-Schlüssel des Tools eintragen.',
  ],
  ['a Claude plan', 'einem Claude-Abo'],
  ['a ChatGPT plan', 'einem ChatGPT-Abo'],
  [
    'Too much waits on this connection. Send the next frame when the one before it is answered.',
    'Auf dieser Verbindung wartet zu viel. Sende den nächsten Frame erst, wenn der vorige beantwortet ist.',
  ],
  [
    'The provider of this connection was changed in Purser. Connect again.',
    'Der Anbieter dieser Verbindung wurde in Purser geändert. Verbinde dich neu.',
  ],
  [
    'The provider began something that nobody had asked for, so Purser ended the session. Connect again.',
    'Der Anbieter hat etwas begonnen, das niemand verlangt hatte; deshalb hat Purser die Sitzung beendet. ' +
      'Verbinde dich neu.',
  ],
  [
    'The provider made more than was asked for, so Purser ended the session. Connect again.',
    'Der Anbieter hat mehr erzeugt als verlangt; deshalb hat Purser die Sitzung beendet. Verbinde dich neu.',
  ],
  [
    'This sub-key has too many open sessions. Close one, and connect again.',
    'Dieser Unterschlüssel hat zu viele offene Sitzungen. Schließe eine und verbinde dich neu.',
  ],
  [
    'The provider did not open a session within ten seconds, or refused it. Check the model and the key.',
    'Der Anbieter hat nicht innerhalb von zehn Sekunden eine Sitzung geöffnet oder sie abgelehnt. Prüfe Modell ' +
      'und Schlüssel.',
  ],
  ['There is no WebSocket here. Use HTTP.', 'Hier gibt es keinen WebSocket. Nutze HTTP.'],
  [
    'Purser could not finish this request. See its log.',
    'Purser konnte diese Anfrage nicht abschließen. Mehr steht im Log.',
  ],
  ['The provider answered with status {0}.', 'Der Anbieter hat mit Status {0} geantwortet.'],
  [
    '{0} is paused in Purser: {1}. Resume it in the tray or on the dashboard.',
    '{0} ist in Purser pausiert: {1}. Setze den Agenten im Tray-Menü oder im Dashboard fort.',
  ],
  ['{0} was paused in Purser{1}.', '{0} wurde in Purser pausiert{1}.'],
  ['{0} was archived in Purser.', '{0} wurde in Purser archiviert.'],
  ['This sub-key was paused in Purser.', 'Dieser Unterschlüssel wurde in Purser pausiert.'],
  ['This sub-key was revoked in Purser.', 'Dieser Unterschlüssel wurde in Purser widerrufen.'],
  ['Everything was paused in Purser.', 'In Purser wurde alles pausiert.'],
  ['{0} identical requests in {1} minutes', '{0} gleiche Anfragen in {1} Minuten'],
  ['{0} a minute, where {1} a minute is usual', '{0} pro Minute, wo sonst {1} pro Minute üblich sind'],
  [
    'on this system Purser cannot see in which folder a tool runs. Remove `folder` from its policy to use it here.',
    'auf diesem System kann Purser nicht sehen, in welchem Ordner ein Tool läuft. Entferne `folder` aus seinen ' +
      'Regeln, um es hier zu benutzen.',
  ],
  ['its connection is closed.', 'seine Verbindung ist geschlossen.'],
  [
    'Purser could not see in which folder this tool runs.',
    'Purser konnte nicht sehen, in welchem Ordner dieses Tool läuft.',
  ],
  ['{0} may be used only in {1}, and {2}', '{0} darf nur in {1} benutzt werden, aber {2}'],
];
