import type { ToldEntries } from '../told.ts';

/** What is said of MCP servers, their descriptions, and of places for secrets. */
export const TOLD_SERVERS: ToldEntries = [
  [
    'There is no MCP server named "{0}". See `purser mcp list`.',
    'Einen MCP-Server namens „{0}“ gibt es nicht. Siehe `purser mcp list`.',
  ],
  [
    'The secret store has no {0} for the MCP server {1} (secrets kept in memory are gone after a restart). ' +
      'Remove the server and add it again.',
    'Im Schlüsselspeicher liegt kein {0} für den MCP-Server {1} (was nur im Arbeitsspeicher liegt, ist nach ' +
      'einem Neustart weg). Entferne den Server und füge ihn neu hinzu.',
  ],
  [
    'There is already an MCP server named "{0}". Choose another name.',
    'Einen MCP-Server namens „{0}“ gibt es schon. Wähle einen anderen Namen.',
  ],
  [
    'There is already a provider named "{0}". Choose another name.',
    'Einen Anbieter namens „{0}“ gibt es schon. Wähle einen anderen Namen.',
  ],
  ['{0} has no tool "{1}" that waits to be accepted.', '{0} hat kein Werkzeug „{1}“, das auf Zustimmung wartet.'],
  [
    '"{0}" of {1} has changed again since it was shown. Look at it anew.',
    '„{0}“ von {1} hat sich seit der Anzeige noch einmal geändert. Sieh es dir neu an.',
  ],
  ['{0} has no login: only a server elsewhere has one.', '{0} hat keine Anmeldung: Nur ein Server anderswo hat eine.'],
  [
    'There is no HTTP API named "{0}". Add it with its key: purser provider add {1} --kind http --base-url URL',
    'Eine HTTP-API namens „{0}“ gibt es nicht. Füge sie mit ihrem Schlüssel hinzu: `purser provider add {1} ' +
      '--kind http --base-url URL`',
  ],
  ['The value of {0} for {1} is missing.', 'Der Wert von {0} für {1} fehlt.'],
  ['{0} has no secret named {1}.', '{0} hat kein Secret namens {1}.'],
  [
    'A browser may not say which command runs on this machine. Add this server in the app, or in a terminal: ' +
      'purser mcp add NAME -- COMMAND',
    'Ein Browser darf nicht bestimmen, welcher Befehl auf diesem Rechner läuft. Füge diesen Server in der App ' +
      'hinzu, oder in einem Terminal: `purser mcp add NAME -- COMMAND`',
  ],
  [
    'Everything here is simulated. Add servers in the real Purser.',
    'Hier ist alles simuliert. Füge Server im echten Purser hinzu.',
  ],
  [
    'The MCP server {0} could not be started: there is no command "{1}", or its folder is gone.',
    'Der MCP-Server {0} ließ sich nicht starten: Den Befehl „{1}“ gibt es nicht, oder sein Ordner fehlt.',
  ],
  [
    'The MCP server {0} could not be started: "{1}" may not be run.',
    'Der MCP-Server {0} ließ sich nicht starten: „{1}“ darf nicht ausgeführt werden.',
  ],
  ['The MCP server {0} could not be started ({1}).', 'Der MCP-Server {0} ließ sich nicht starten ({1}).'],
  ['The MCP server {0} ended with code {1}.', 'Der MCP-Server {0} endete mit Code {1}.'],
  ['The MCP server {0} was ended by {1}.', 'Der MCP-Server {0} wurde durch {1} beendet.'],
  ['The MCP server {0} is not running.', 'Der MCP-Server {0} läuft nicht.'],
  [
    'The MCP server {0} sent something that is no message of the protocol.',
    'Der MCP-Server {0} hat etwas gesendet, das keine Nachricht des Protokolls ist.',
  ],
  ['The MCP server {0} has closed the connection.', 'Der MCP-Server {0} hat die Verbindung geschlossen.'],
  ['The MCP server {0} does not answer.', 'Der MCP-Server {0} antwortet nicht.'],
  ['it did not answer within {0}.', 'er hat innerhalb von {0} nicht geantwortet.'],
  ['The MCP server {0} cannot be reached: {1}.', 'Der MCP-Server {0} ist nicht erreichbar: {1}.'],
  [
    'The MCP server {0} cannot be reached, through the proxy at {1} ({2}): {3}.',
    'Der MCP-Server {0} ist über den Proxy {1} ({2}) nicht erreichbar: {3}.',
  ],
  ['for a reason that it does not say', 'aus einem Grund, den er nicht nennt'],
  [
    'The MCP server {0} was stopped because it failed {1} times in a row: {2} When that is mended: purser mcp ' +
      'restart {3}',
    'Der MCP-Server {0} wurde gestoppt, weil er {1}-mal hintereinander versagt hat: {2} Wenn das behoben ist: ' +
      '`purser mcp restart {3}`',
  ],
  ['it does not start.', 'er startet nicht.'],
  [
    'The MCP server {0} wants you to log in: purser mcp login {1}',
    'Der MCP-Server {0} verlangt eine Anmeldung: `purser mcp login {1}`',
  ],
  ['The login at {0} failed: {1}', 'Die Anmeldung bei {0} ist fehlgeschlagen: {1}'],
  ['Nobody came back from the login.', 'Von der Anmeldung kam niemand zurück.'],
  ['no reason given', 'kein Grund genannt'],
  [
    'The server answered with something that is no result.',
    'Der Server hat mit etwas geantwortet, das kein Ergebnis ist.',
  ],
  ['The provider {0} was removed, and its API with it.', 'Der Anbieter {0} wurde entfernt, und seine API mit ihm.'],
  [
    'It answered with more than {0} MiB. Ask it for less.',
    'Er hat mit mehr als {0} MiB geantwortet. Frage ihn nach weniger.',
  ],
  ['The description is nested too deep to be read.', 'Die Beschreibung ist zu tief verschachtelt.'],
  ['This is no OpenAPI description: it is not an object.', 'Das ist keine OpenAPI-Beschreibung: Es ist kein Objekt.'],
  [
    'The description has no "paths": there is nothing to call.',
    'Die Beschreibung hat keine „paths“: Es gibt nichts aufzurufen.',
  ],
  ['The description is empty.', 'Die Beschreibung ist leer.'],
  ['The description is longer than {0} MB.', 'Die Beschreibung ist länger als {0} MB.'],
  ['The description is not legal {0}: {1}', 'Die Beschreibung ist kein gültiges {0}: {1}'],
  [
    'A description in YAML may have {0} MB. Give Purser this one as JSON.',
    'Eine Beschreibung in YAML darf {0} MB haben. Gib sie Purser als JSON.',
  ],
  ['The description cannot be read: {0}', 'Die Beschreibung kann nicht gelesen werden: {0}'],
  [
    'This is a Swagger 2.0 description. Convert it to OpenAPI 3 first, for example with "{0}" or at {1}.',
    'Das ist eine Beschreibung in Swagger 2.0. Wandle sie zuerst in OpenAPI 3 um, zum Beispiel mit „{0}“ oder ' +
      'unter {1}.',
  ],
  [
    'This is no OpenAPI description: it has no field "openapi".',
    'Das ist keine OpenAPI-Beschreibung: Das Feld „openapi“ fehlt.',
  ],
  ['OpenAPI {0} is not one that Purser reads: 3.0 and 3.1 are.', 'OpenAPI {0} liest Purser nicht, nur 3.0 und 3.1.'],
  ['The description is nested more than {0} deep.', 'Die Beschreibung ist mehr als {0}-fach verschachtelt.'],
  ['The description has more than {0} parts.', 'Die Beschreibung hat mehr als {0} Teile.'],
  [
    'The description refers to another file, {0}. Purser fetches none: bundle them into one file first, for ' +
      'example with "{1}".',
    'Die Beschreibung verweist auf eine andere Datei, {0}. Purser holt keine: Fasse sie zuerst zu einer Datei ' +
      'zusammen, zum Beispiel mit „{1}“.',
  ],
  [
    'Its body is {0}: Purser writes JSON, forms and plain text.',
    'Sein Body ist {0}: Purser schreibt JSON, Formulare und reinen Text.',
  ],
  ['Its path does not begin with "/".', 'Sein Pfad beginnt nicht mit „/“.'],
  [
    'Its path has a letter that does not belong into one.',
    'Sein Pfad enthält ein Zeichen, das nicht in einen Pfad gehört.',
  ],
  ['Its path climbs.', 'Sein Pfad führt nach oben hinaus.'],
  ['Its path is too long.', 'Sein Pfad ist zu lang.'],
  ['It has a server of its own, {0}.', 'Er hat einen eigenen Server: {0}.'],
  ['without an address', 'ohne Adresse'],
  ['Its path names "{0}", which no parameter describes.', 'Sein Pfad nennt „{0}“, das kein Parameter beschreibt.'],
  [
    'Its arguments take more than {0} letters to describe.',
    'Die Beschreibung seiner Argumente hat mehr als {0} Zeichen.',
  ],
  ['did not answer or is locked', 'hat nicht geantwortet oder ist gesperrt'],
  ['did not return what was written to it', 'hat nicht zurückgegeben, was hineingeschrieben wurde'],
  [
    'did not answer within {0} seconds (it may be locked, with its password prompt still open)',
    'hat nicht innerhalb von {0} Sekunden geantwortet (vielleicht ist er gesperrt und fragt noch nach dem Passwort)',
  ],
  ['That passphrase is too easy to guess.', 'Diese Passphrase ist zu leicht zu erraten.'],
  [
    'Four or five words that have nothing to do with each other make a good one.',
    'Vier oder fünf Wörter, die nichts miteinander zu tun haben, ergeben eine gute.',
  ],
  [
    'The passphrase does not open the vault {0}. Try again; nothing was changed.',
    'Diese Passphrase öffnet den Tresor {0} nicht. Versuche es noch einmal; nichts wurde geändert.',
  ],
  [
    'The passphrase of the vault is empty. Give one that is hard to guess.',
    'Die Passphrase des Tresors ist leer. Gib eine an, die schwer zu erraten ist.',
  ],
  [
    'The vault {0} is missing. Put it back from a backup, or restart Purser to begin a new one.',
    'Der Tresor {0} fehlt. Stelle ihn aus einem Backup wieder her, oder starte Purser neu, um einen neuen anzulegen.',
  ],
  [
    'The vault {0} was written by a newer Purser. Update Purser to open it.',
    'Der Tresor {0} wurde von einem neueren Purser geschrieben. Aktualisiere Purser, um ihn zu öffnen.',
  ],
  [
    'The vault {0} is damaged or is not a Purser vault, and was left as it is. Restore it from a backup, or move ' +
      'it away to begin a new one and add your provider keys again.',
    'Der Tresor {0} ist beschädigt oder kein Tresor von Purser und blieb unverändert. Stelle ihn aus einem ' +
      'Backup wieder her, oder verschiebe ihn, um einen neuen anzulegen und deine Anbieterschlüssel neu ' +
      'hinzuzufügen.',
  ],
  [
    'Port {0} on {1} is taken by another program. Stop it, or choose another with --port; tools that were ' +
      'connected must then be connected again.',
    'Port {0} auf {1} ist durch ein anderes Programm belegt. Beende es, oder wähle mit --port einen anderen; ' +
      'verbundene Tools müssen dann neu verbunden werden.',
  ],
  [
    'This data folder was written by a newer Purser (ledger version {0}; this one knows {1}). Update Purser, or ' +
      'choose another folder with --data-dir.',
    'Dieser Datenordner wurde von einem neueren Purser geschrieben (Kassenbuch-Version {0}; dieses kennt {1}). ' +
      'Aktualisiere Purser, oder wähle mit --data-dir einen anderen Ordner.',
  ],
  [
    'On Linux it needs a running and unlocked secret service: install gnome-keyring or KWallet and start Purser ' +
      'from your desktop session, where DBUS_SESSION_BUS_ADDRESS is set.',
    'Unter Linux braucht er einen laufenden, entsperrten Secret Service: Installiere gnome-keyring oder KWallet ' +
      'und starte Purser aus deiner Desktop-Sitzung, in der DBUS_SESSION_BUS_ADDRESS gesetzt ist.',
  ],
  [
    'is behind a session bus (D-Bus) that takes connections but does not answer',
    'liegt hinter einem Sitzungsbus (D-Bus), der Verbindungen annimmt, aber nicht antwortet',
  ],
  ['has no library for this system ({0})', 'hat keine Bibliothek für dieses System ({0})'],
  [
    'The OS keychain {0}, and Purser never keeps provider keys unencrypted instead.',
    'Der Schlüsselbund des Systems {0}, und Purser bewahrt Anbieterschlüssel nie unverschlüsselt auf.',
  ],
];
