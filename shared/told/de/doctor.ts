import type { ToldEntries } from '../told.ts';

/** What the check of the setup finds. */
export const TOLD_DOCTOR: ToldEntries = [
  [
    '{0} is set in {1}, and NO_PROXY does not exclude 127.0.0.1: {2}.',
    '{0} ist in {1} gesetzt, und NO_PROXY nimmt 127.0.0.1 nicht aus: {2}.',
  ],
  [
    '{0} is set, and NO_PROXY does not exclude 127.0.0.1: {1}. The doctor says what to do.',
    '{0} ist gesetzt, und NO_PROXY nimmt 127.0.0.1 nicht aus: {1}. „Einrichtung prüfen“ sagt, was zu tun ist.',
  ],
  [
    'tools send their prompts and their sub-key to that proxy instead of Purser',
    'Tools senden ihre Prompts und ihren Unterschlüssel an diesen Proxy statt an Purser',
  ],
  [
    '{0} may send its sub-key to that proxy instead of Purser',
    '{0} sendet seinen Unterschlüssel womöglich an diesen Proxy statt an Purser',
  ],
  [
    'Add {0} to NO_PROXY and to no_proxy there, then open a new terminal.',
    'Nimm dort {0} in NO_PROXY und in no_proxy auf und öffne dann ein neues Terminal.',
  ],
  ['{0} `purser run` does this by itself.', '{0} `purser run` macht das von selbst.'],
  ['Remove {0} from {1}, then open a new terminal.', 'Entferne {0} aus {1} und öffne dann ein neues Terminal.'],
  [
    '{0} is set in {1}: with it, {2} bypasses Purser and goes straight to the vendor.',
    '{0} ist in {1} gesetzt: Damit umgeht {2} Purser und geht direkt zum Anbieter.',
  ],
  [
    '{0} is set in {1}: {2} reads its config from a different folder than the one Purser wrote to.',
    '{0} ist in {1} gesetzt: {2} liest seine Konfiguration aus einem anderen Ordner als dem, in den Purser ' +
      'geschrieben hat.',
  ],
  [
    '{0} Or start Purser with the same {1} and connect again.',
    '{0} Oder starte Purser mit demselben {1} und verbinde neu.',
  ],
  [
    '{0} is set in {1} and overrides what Purser wrote for {2}.',
    '{0} ist in {1} gesetzt und überschreibt, was Purser für {2} eingetragen hat.',
  ],
  ['{0} in {1} is {2}: {3}', '{0} in {1} ist {2}: {3}'],
  ['Purser does not listen on that port; it serves {0}.', 'Auf diesem Port hört Purser nicht; seine Adresse ist {0}.'],
  ['it names none of your providers ({0}).', 'es nennt keinen deiner Anbieter ({0}).'],
  [
    'this variable must not end in /v1, because programs add it themselves.',
    'diese Variable darf nicht auf /v1 enden, weil Programme es selbst anhängen.',
  ],
  ['Set {0} to {1}, or let Purser do it.', 'Setze {0} auf {1}, oder lass es Purser tun.'],
  [
    '{0} in {1} holds a sub-key, but no base URL points at Purser: programs send the sub-key to the vendor, ' +
      'which refuses it.',
    '{0} in {1} enthält einen Unterschlüssel, aber keine Basis-URL zeigt auf Purser: Programme senden den ' +
      'Unterschlüssel an den Anbieter, der ihn ablehnt.',
  ],
  ['Set {0} too, or let Purser do it.', 'Setze auch {0}, oder lass es Purser tun.'],
  [
    'The base URL in {0} points at Purser, but {1} holds another key: Purser refuses it.',
    'Die Basis-URL in {0} zeigt auf Purser, aber {1} enthält einen anderen Schlüssel: Purser lehnt ihn ab.',
  ],
  ['Put a sub-key there, or let Purser do it.', 'Trage dort einen Unterschlüssel ein, oder lass es Purser tun.'],
  [
    '{0} in {1} holds a sub-key. Libraries that read this name ignore the base URL (LangChain JS, Vercel AI SDK) ' +
      'and would send it to Google.',
    '{0} in {1} enthält einen Unterschlüssel. Bibliotheken, die diesen Namen lesen, ignorieren die Basis-URL ' +
      '(LangChain JS, Vercel AI SDK) und würden ihn an Google senden.',
  ],
  [
    'Use GEMINI_API_KEY with GOOGLE_GEMINI_BASE_URL instead, and remove {0}.',
    'Nimm stattdessen GEMINI_API_KEY mit GOOGLE_GEMINI_BASE_URL und entferne {0}.',
  ],
  ['line {0} of {1}', 'Zeile {0} von {1}'],
  [
    'Added lines to {0} that keep proxies off this machine. New terminals have them; marks show where they begin ' +
      'and end.',
    'In {0} wurden Zeilen eingefügt, die Proxys von diesem Rechner fernhalten. Sie gelten in neuen Terminals; ' +
      'Markierungen zeigen Anfang und Ende.',
  ],
  [
    'The sub-key of {0} was revoked, and {1} still holds it.',
    'Der Unterschlüssel von {0} wurde widerrufen, aber {1} hat ihn noch.',
  ],
  [
    '{0} uses the provider "{1}", which does not exist any more.',
    '{0} nutzt den Anbieter „{1}“, den es nicht mehr gibt.',
  ],
  ['{0}: {1} (and {2} more).', '{0}: {1} (und {2} weitere).'],
  ['{0}: {1}.', '{0}: {1}.'],
  [
    'Purser has MCP servers, and {0} has no entry for them yet.',
    'Purser hat MCP-Server, und {0} hat noch keinen Eintrag dafür.',
  ],
  ['it still points at {0}, and Purser now serves {1}', 'es zeigt noch auf {0}; die Adresse von Purser ist jetzt {1}'],
  ['the file cannot be read', 'die Datei kann nicht gelesen werden'],
  ['the file was deleted', 'die Datei wurde gelöscht'],
  ['the file was changed', 'die Datei wurde geändert'],
  ["Purser's lines are gone", 'die Zeilen von Purser fehlen'],
  ["Purser's lines were changed", 'die Zeilen von Purser wurden geändert'],
  ["Wrote the change to {0}'s files again.", 'Die Änderung wurde erneut in die Dateien von {0} geschrieben.'],
  ['Connected {0} again.', '{0} wurde neu verbunden.'],
  ['{0} follows {1}, which leads past Purser', '{0} folgt {1}, und das führt an Purser vorbei'],
  ['{0} follows {1}, which leads past Purser.', '{0} folgt {1}, und das führt an Purser vorbei.'],
  ['{0} follows {1}, which leads past Purser ({2}).', '{0} folgt {1}, und das führt an Purser vorbei ({2}).'],
  [
    '{0} has its own login, which overrides what Purser wrote.',
    '{0} hat eine eigene Anmeldung, die überschreibt, was Purser eingetragen hat.',
  ],
  [
    '{0} makes {1} use another login here instead of the key that Purser gave it.',
    '{0} lässt {1} hier eine andere Anmeldung benutzen statt des Schlüssels von Purser.',
  ],
  ['Remove it, or set it to "{0}".', 'Entferne es, oder setze es auf „{0}“.'],
  [
    "While you are logged in, the CLI loads an assistant from Continue's hub instead of this file, unless you " +
      'chose this file last.',
    'Solange du angemeldet bist, lädt die CLI einen Assistenten aus dem Hub von Continue statt aus dieser Datei, ' +
      'außer du hast zuletzt diese Datei gewählt.',
  ],
  [
    'Log out (`cn logout`), or choose the file once: `cn --config ~/.continue/config.yaml`.',
    'Melde dich ab (`cn logout`), oder wähle die Datei einmal aus: `cn --config ~/.continue/config.yaml`.',
  ],
  [
    'Claude Code is signed in with a Claude plan. Started where the usual variables are set, it may send that ' +
      'login to Purser, which refuses it.',
    'Claude Code ist mit einem Claude-Abo angemeldet. Wo die üblichen Variablen gesetzt sind, sendet es ' +
      'womöglich diese Anmeldung an Purser, und Purser lehnt sie ab.',
  ],
  [
    'Codex has its own login and reads no base URL from variables: it bypasses Purser and goes straight to OpenAI.',
    'Codex hat eine eigene Anmeldung und liest keine Basis-URL aus Variablen: Es umgeht Purser und geht direkt ' +
      'zu OpenAI.',
  ],
  [
    'Gemini CLI is signed in with Google. Until a key is selected in its settings it uses that login, past ' +
      'Purser, whatever the variables say.',
    'Gemini CLI ist bei Google angemeldet. Bis in den Einstellungen ein Schlüssel gewählt ist, nutzt es diese ' +
      'Anmeldung, an Purser vorbei, was auch immer die Variablen sagen.',
  ],
  [
    'A key of {0} is here in plain text: every program you run can read it and spend without a limit.',
    'Ein Schlüssel von {0} steht hier im Klartext: Jedes Programm, das du ausführst, kann ihn lesen und ' +
      'unbegrenzt Geld ausgeben.',
  ],
  [
    '{0}, a key of {1}, is here in plain text: every program you run can read it and spend without a limit.',
    '{0}, ein Schlüssel von {1}, steht hier im Klartext: Jedes Programm, das du ausführst, kann ihn lesen und ' +
      'unbegrenzt Geld ausgeben.',
  ],
  [
    'Add it to Purser, connect the tool, and remove the key from this file.',
    'Füge ihn in Purser hinzu, verbinde das Tool und entferne den Schlüssel aus dieser Datei.',
  ],
  [
    'Moved the key on line {0} of {1} into the secret store as provider "{2}". A sub-key with a cap of $5.00 a ' +
      'day takes its place. Copies elsewhere (shell history, backups, git) are not touched: replace the key at the ' +
      'provider if there are any.',
    'Der Schlüssel in Zeile {0} von {1} liegt jetzt als Anbieter „{2}“ im Schlüsselspeicher. An seiner Stelle ' +
      'steht ein Unterschlüssel mit einem Limit von 5 $ pro Tag. Kopien anderswo (Shell-Verlauf, Backups, git) ' +
      'bleiben unberührt: Ersetze den Schlüssel beim Anbieter, falls es welche gibt.',
  ],
  [
    '{0} in this .env overrides what Purser wrote for {1}.',
    '{0} in dieser .env überschreibt, was Purser für {1} eingetragen hat.',
  ],
  ['Remove the line, or connect the project itself.', 'Entferne die Zeile, oder verbinde das Projekt selbst.'],
  [
    '{0} in this project overrides what Purser wrote for {1}.',
    '{0} in diesem Projekt überschreibt, was Purser für {1} eingetragen hat.',
  ],
  ["Remove it from the project's file.", 'Entferne es aus der Datei des Projekts.'],
  ["{0}'s config in this project", 'die Konfiguration von {0} in diesem Projekt'],
  ['{0} cannot read this file: {1}.', '{0} kann diese Datei nicht lesen: {1}.'],
  ['Fix the file.', 'Berichtige die Datei.'],
  ['Fix that line.', 'Berichtige diese Zeile.'],
  [
    'Fix it where you start Purser, then start Purser again.',
    'Berichtige es dort, wo du Purser startest, und starte Purser neu.',
  ],
  [
    '{0} goes out {1}, but the running Purser goes out {2}: it was started with other variables.',
    '{0} geht {1} nach außen, das laufende Purser aber {2}: Es wurde mit anderen Variablen gestartet.',
  ],
  [
    'If providers cannot be reached, start Purser again from this shell.',
    'Wenn Anbieter nicht erreichbar sind, starte Purser aus dieser Shell neu.',
  ],
  ['through {0} ({1})', 'über {0} ({1})'],
  ['a proxy that cannot be used', 'einen Proxy, der nicht benutzt werden kann'],
  ['straight to providers', 'direkt zu den Anbietern'],
  ['this shell', 'diese Shell'],
  [
    'Purser could not look at {0} ({1}), so problems there are not listed.',
    'Purser konnte {0} nicht prüfen ({1}); Probleme dort fehlen deshalb in der Liste.',
  ],
  [
    'Run this again. If it fails again, check there yourself.',
    'Versuche es noch einmal. Wenn es wieder scheitert, sieh selbst dort nach.',
  ],
  [
    'Check the file yourself. If the project is not yours, be wary of it.',
    'Sieh dir die Datei selbst an. Wenn das Projekt nicht von dir ist, sei vorsichtig damit.',
  ],
  ['the connection {0}', 'die Verbindung {0}'],
  ['the environment Purser was started in', 'der Umgebung, in der Purser gestartet wurde'],
  ['the startup files of shells', 'die Startdateien der Shells'],
  ["logins of the tools' own", 'die eigenen Anmeldungen der Tools'],
  ['the login of {0}', 'die Anmeldung von {0}'],
  ['the login of {0} beside the shell', 'die Anmeldung von {0} neben der Shell'],
  ['the project {0}', 'das Projekt {0}'],
  ['keys in plain text', 'Schlüssel im Klartext'],
  ['unknown reason', 'unbekannter Grund'],
];
