import type { ToldEntries } from '../told.ts';

/** Why something that a person wanted could not be done. */
export const TOLD_FAILURES: ToldEntries = [
  ['There is no agent {0}. See `purser agent list`.', 'Einen Agenten {0} gibt es nicht. Siehe `purser agent list`.'],
  ['There is already an agent named "{0}".', 'Einen Agenten namens „{0}“ gibt es schon.'],
  [
    'There is no agent named "{0}". Add it first: purser agent add "{1}"',
    'Einen Agenten namens „{0}“ gibt es nicht. Füge ihn zuerst hinzu: `purser agent add "{1}"`',
  ],
  [
    '{0} is archived. Bring it back first: purser agent archive "{1}" --undo',
    '{0} ist archiviert. Hole den Agenten zuerst zurück: `purser agent archive "{1}" --undo`',
  ],
  ['{0} is archived. Bring it back first.', '{0} ist archiviert. Hole den Agenten zuerst zurück.'],
  [
    'This request is no longer waiting: it was answered, gave up or timed out. See `purser approvals`.',
    'Diese Anfrage wartet nicht mehr: Sie wurde beantwortet, hat aufgegeben oder die Zeit ist abgelaufen. Siehe ' +
      '`purser approvals`.',
  ],
  ['{0} asks for {1}, which could cost {2}. {3}', '{0} möchte {1} nutzen, was {2} kosten könnte. {3}'],
  [
    '{0} wants to call {1}, and a policy says to ask first.',
    '{0} möchte {1} aufrufen, und eine Regel verlangt, vorher zu fragen.',
  ],
  [
    '{0} wants to call {1}, which may change or delete something.',
    '{0} möchte {1} aufrufen; das kann etwas ändern oder löschen.',
  ],
  [
    '{0} has made no request in that time, so nothing can be learned of it.',
    '{0} hat in dieser Zeit keine Anfrage gestellt; daraus lässt sich nichts ableiten.',
  ],
  ['{0} is deleted.', '{0} ist gelöscht.'],
  ['{0} has a new sub-key. Delete it again.', '{0} hat einen neuen Unterschlüssel. Lösche den Agenten noch einmal.'],
  ['{0} cannot be merged into itself.', '{0} lässt sich nicht mit sich selbst zusammenführen.'],
  [
    'It is too late to undo this. Issue a new sub-key.',
    'Das lässt sich nicht mehr rückgängig machen. Stelle einen neuen Unterschlüssel aus.',
  ],
  [
    'Sub-key {0} is revoked, which is final. Issue a new one.',
    'Der Unterschlüssel {0} ist widerrufen, und das ist endgültig. Stelle einen neuen aus.',
  ],
  [
    'There is no sub-key {0}. See `purser key list`.',
    'Einen Unterschlüssel {0} gibt es nicht. Siehe `purser key list`.',
  ],
  [
    'The sub-key behind the tokens of {0} was revoked. To let it have one again: purser token --agent "{1}" --renew',
    'Der Unterschlüssel hinter den Tokens von {0} wurde widerrufen. Um wieder einen zu vergeben: `purser token ' +
      '--agent "{1}" --renew`',
  ],
  [
    'The sub-keys of {0} share its cap, and {1} has none. Give {2} a cap first.',
    'Die Unterschlüssel von {0} teilen sich dessen Limit, und {1} hat keines. Gib {2} zuerst ein Limit.',
  ],
  [
    'This agent has no cap yet. Give it at least one, such as 5/day.',
    'Dieser Agent hat noch kein Limit. Gib ihm mindestens eines, zum Beispiel 5/day.',
  ],
  [
    'Only a tool can be allowed for good. Raise the cap instead.',
    'Dauerhaft erlauben lässt sich nur ein Werkzeug. Erhöhe stattdessen das Limit.',
  ],
  [
    'No cap is in the way of this call. Allow it, or say no.',
    'Diesem Aufruf steht kein Limit im Weg. Erlaube ihn, oder lehne ihn ab.',
  ],
  [
    'There is no {0} cap on {1} that could be raised. See `purser policy export` for the caps there are.',
    'Für {1} gibt es kein Limit ({0}), das sich erhöhen ließe. Die vorhandenen zeigt `purser policy export`.',
  ],
  [
    'This sub-key is revoked, and that is final: a raised cap would change nothing. Issue a new sub-key.',
    'Dieser Unterschlüssel ist endgültig widerrufen: Ein höheres Limit würde nichts ändern. Stelle einen neuen ' +
      'Unterschlüssel aus.',
  ],
  ['Only an agent can be in a group.', 'Nur ein Agent kann in einer Gruppe sein.'],
  [
    'Caps for each conversation go on an agent, a sub-key or everything, not on a provider.',
    'Limits pro Unterhaltung gelten für einen Agenten, einen Unterschlüssel oder alles, nicht für einen Anbieter.',
  ],
  [
    'A group has caps and no other limits. Put those on its agents.',
    'Eine Gruppe hat Limits und keine anderen Regeln. Lege diese bei ihren Agenten fest.',
  ],
  [
    'A sub-key needs at least one cap, such as 5/day.',
    'Ein Unterschlüssel braucht mindestens ein Limit, zum Beispiel 5/day.',
  ],
  [
    'A sub-key of {0} has no cap but this one. Keep one on the agent, or give the sub-key its own.',
    'Ein Unterschlüssel von {0} hat nur dieses Limit. Behalte eines beim Agenten, oder gib dem Unterschlüssel ' +
      'ein eigenes.',
  ],
  ['There is nothing called {0} to put a policy on.', 'Es gibt nichts namens {0}, wofür Regeln gelten könnten.'],
  ['There are two policies for {0}. Give one.', 'Für {0} gibt es zwei Regelsätze. Gib einen an.'],
  [
    'Everything you stopped stays stopped while Purser runs, but that is not saved on disk yet. Free some space: ' +
      'Purser saves it as soon as there is room. If Purser ends first, it forgets it.',
    'Alles, was du gestoppt hast, bleibt gestoppt, solange Purser läuft, ist aber noch nicht auf dem Datenträger ' +
      'gesichert. Schaffe Platz: Purser sichert es, sobald es geht. Wird Purser vorher beendet, ist es vergessen.',
  ],
  [
    'This already holds, but it is not saved on disk yet, because the ledger cannot be written: free some space, ' +
      'or check the data folder. Purser saves it as soon as it can; if Purser ends first, it forgets it.',
    'Das gilt schon, ist aber noch nicht auf dem Datenträger gesichert, weil sich das Kassenbuch nicht schreiben ' +
      'lässt: Schaffe Platz, oder prüfe den Datenordner. Purser sichert es, sobald es geht; wird Purser vorher ' +
      'beendet, ist es vergessen.',
  ],
  [
    'There is no provider named "{0}". See `purser provider list`.',
    'Einen Anbieter namens „{0}“ gibt es nicht. Siehe `purser provider list`.',
  ],
  [
    'There is already a provider named "{0}". Remove it first, or choose another name: purser provider add NAME ' +
      '--kind {1}',
    'Einen Anbieter namens „{0}“ gibt es schon. Entferne ihn zuerst, oder wähle einen anderen Namen: `purser ' +
      'provider add NAME --kind {1}`',
  ],
  [
    'There is no provider yet. Add one: purser provider add openai',
    'Es gibt noch keinen Anbieter. Füge einen hinzu: `purser provider add openai`',
  ],
  [
    'No price of your own is set for "{0}"{1}. See `purser price list`.',
    'Für „{0}“{1} ist kein eigener Preis festgelegt. Siehe `purser price list`.',
  ],
  [
    'The price of "{0}" at {1} is known already: purser price show "{2}"',
    'Der Preis von „{0}“ bei {1} ist schon bekannt: `purser price show "{2}"`',
  ],
  [
    'Purser knows no price of any model at {0}, so there is no dearest one. Set its price: purser price set ' +
      'MODEL --provider {1} --input USD --output USD',
    'Purser kennt von keinem Modell bei {0} den Preis; deshalb gibt es keinen höchsten. Lege einen fest: `purser ' +
      'price set MODEL --provider {1} --input USD --output USD`',
  ],
  [
    'History is being repriced already. Wait until that is done.',
    'Der Verlauf wird schon neu berechnet. Warte, bis das fertig ist.',
  ],
  [
    'This gateway never looks at published prices by itself.',
    'Dieses Gateway sieht veröffentlichte Preise nie von selbst nach.',
  ],
  [
    'There is no settled request {0}. It may still be running.',
    'Eine abgerechnete Anfrage {0} gibt es nicht. Vielleicht läuft sie noch.',
  ],
  [
    'This place in the list is unknown. Search again from the newest request.',
    'Diese Stelle der Liste ist nicht bekannt. Suche noch einmal ab der neuesten Anfrage.',
  ],
  [
    'This is a sub-key of Purser, not a key of {0}. Tools hold sub-keys; here belongs the key that {1} gave you.',
    'Das ist ein Unterschlüssel von Purser, kein Schlüssel von {0}. Unterschlüssel sind für Tools; hierher ' +
      'gehört der Schlüssel, den du von {1} hast.',
  ],
  [
    '{0} needs a key. Add it with its key.',
    '{0} braucht einen Schlüssel. Füge den Anbieter mit seinem Schlüssel hinzu.',
  ],
  ['{0} has no deployments: its requests name models.', '{0} hat keine Deployments: Anfragen nennen dort Modelle.'],
  [
    'An HTTP API needs a name of its own, such as github.',
    'Eine HTTP-API braucht einen eigenen Namen, zum Beispiel github.',
  ],
  [
    '{0} has a different address for everyone. Give yours as its base URL (--base-url URL).',
    'Bei {0} hat jeder eine eigene Adresse. Gib deine als Basis-URL an (`--base-url URL`).',
  ],
  [
    'A base URL is a scheme, a host and a path, without a login, query or fragment.',
    'Eine Basis-URL besteht aus Schema, Host und Pfad, ohne Anmeldung, Query oder Fragment.',
  ],
  [
    '{0} is not encrypted: anybody on the way could read the key and every prompt.',
    '{0} ist nicht verschlüsselt: Jeder auf dem Weg könnte den Schlüssel und alle Prompts lesen.',
  ],
  ['Give its address with https://.', 'Gib die Adresse mit https:// an.'],
  [
    'If there is none, it can be added anyway with `purser provider add ... --plain-http`.',
    'Wenn es keine gibt, lässt sich der Anbieter mit `purser provider add ... --plain-http` trotzdem hinzufügen.',
  ],
  [
    'The logged prompt and reply cannot be read any more. {0} They are deleted when they expire; what is logged ' +
      'from now on can be read.',
    'Prompt und Antwort im Protokoll lassen sich nicht mehr lesen. {0} Sie werden gelöscht, wenn sie ablaufen; ' +
      'was ab jetzt protokolliert wird, ist lesbar.',
  ],
  [
    'The key that encrypted them was removed from the OS keychain, or replaced.',
    'Der Schlüssel, mit dem sie verschlüsselt sind, wurde aus dem Schlüsselbund des Systems entfernt oder ersetzt.',
  ],
  [
    'The key that encrypted them was removed from the vault, or replaced.',
    'Der Schlüssel, mit dem sie verschlüsselt sind, wurde aus dem Tresor entfernt oder ersetzt.',
  ],
  [
    'The key that encrypted them was in memory only, and Purser has been restarted since.',
    'Der Schlüssel, mit dem sie verschlüsselt sind, lag nur im Arbeitsspeicher, und Purser wurde seitdem neu ' +
      'gestartet.',
  ],
  [
    '{0} was written by a newer Purser. Update Purser, or delete that file: it holds kept requests and replies only.',
    '{0} wurde von einem neueren Purser geschrieben. Aktualisiere Purser, oder lösche diese Datei: Sie enthält ' +
      'nur aufbewahrte Anfragen und Antworten.',
  ],
  ['Purser serves {0} now.', 'Die Adresse von Purser ist jetzt {0}.'],
  [
    'These tools were pointed there; restart those that are running: {0}.',
    'Diese Tools wurden dorthin umgestellt; starte neu, was gerade läuft: {0}.',
  ],
  ['Connect these again by hand: {0}.', 'Verbinde diese von Hand neu: {0}.'],
  ['This build of Purser carries no command line.', 'Diese Ausgabe von Purser enthält keine Befehlszeile.'],
  [
    'A login link is made in a terminal: `purser open`.',
    'Einen Anmeldelink bekommst du in einem Terminal: `purser open`.',
  ],
  ['This Purser has no window. See `purser open`.', 'Dieses Purser hat kein Fenster. Siehe `purser open`.'],
  [
    '{0} is there already, and Purser did not make it. Move it away first.',
    '{0} gibt es schon, und es stammt nicht von Purser. Verschiebe es zuerst.',
  ],
  [
    'You may not write to {0}. Leave --dir out, or run this with more rights (sudo).',
    'Nach {0} darfst du nicht schreiben. Lass `--dir` weg, oder führe es mit mehr Rechten aus (sudo).',
  ],
  [
    'This browser is not logged in, or not any more. `purser dashboard sessions` lists those that are.',
    'Dieser Browser ist nicht (mehr) angemeldet. Angemeldete zeigt `purser dashboard sessions`.',
  ],
  ['There is nothing here.', 'Hier gibt es nichts.'],
];
