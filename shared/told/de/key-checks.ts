import type { ToldEntries } from '../told.ts';

/** What a provider said of a key. */
export const TOLD_KEY_CHECKS: ToldEntries = [
  ['{0} accepts this key.', '{0} nimmt diesen Schlüssel an.'],
  ['{0} accepts this key; {1} models.', '{0} nimmt diesen Schlüssel an; {1} Modelle.'],
  ['{0} accepts this key; 1 model.', '{0} nimmt diesen Schlüssel an; 1 Modell.'],
  ['{0} accepts this key, and lists no model.', '{0} nimmt diesen Schlüssel an und nennt kein Modell.'],
  ['{0} accepts the login of this machine.', '{0} nimmt die Anmeldung dieses Rechners an.'],
  ['{0} accepts the login of this machine; 1 model.', '{0} nimmt die Anmeldung dieses Rechners an; 1 Modell.'],
  [
    '{0} accepts the login of this machine, and lists no model.',
    '{0} nimmt die Anmeldung dieses Rechners an und nennt kein Modell.',
  ],
  ['{0} accepts the login of this machine; {1} models.', '{0} nimmt die Anmeldung dieses Rechners an; {1} Modelle.'],
  ['{0} answers on {1}.', '{0} antwortet unter {1}.'],
  ['{0} answers on {1}, {2} models.', '{0} antwortet unter {1}, {2} Modelle.'],
  ['{0} answers on {1}, 1 model.', '{0} antwortet unter {1}, 1 Modell.'],
  ['{0} answers on {1} and has no model yet.', '{0} antwortet unter {1} und hat noch kein Modell.'],
  ['{0} needs a key ({1}).', '{0} braucht einen Schlüssel ({1}).'],
  ['{0} refuses this key ({1}).', '{0} lehnt diesen Schlüssel ab ({1}).'],
  [
    '{0} refuses the key that {1} gives out. Put the right one there.',
    '{0} lehnt den Schlüssel ab, den {1} ausgibt. Hinterlege dort den richtigen.',
  ],
  ['Nothing was stored.', 'Nichts wurde gespeichert.'],
  ['Nothing was kept.', 'Nichts wurde behalten.'],
  ['Nothing was changed.', 'Nichts wurde geändert.'],
  ['Added without a check, as you asked.', 'Ohne Prüfung hinzugefügt, wie gewünscht.'],
  [
    'Added without a check: this provider has nothing free to check a key with.',
    'Ohne Prüfung hinzugefügt: Bei diesem Anbieter lässt sich ein Schlüssel nicht kostenlos prüfen.',
  ],
  ['{0} did not answer within {1} seconds.', '{0} hat nicht innerhalb von {1} Sekunden geantwortet.'],
  [
    '{0} did not answer within {1} seconds, through the proxy at {2} ({3}).',
    '{0} hat über den Proxy {2} ({3}) nicht innerhalb von {1} Sekunden geantwortet.',
  ],
  ['{0} cannot be reached on {1}.', '{0} ist unter {1} nicht erreichbar.'],
  [
    '{0} cannot be reached on {1}, through the proxy at {2} ({3}).',
    '{0} ist über den Proxy {2} ({3}) unter {1} nicht erreichbar.',
  ],
  ['The server on {0}', 'Der Server {0}'],
  ['the login of this machine', 'die Anmeldung dieses Rechners'],
  ['Add it with its key; nothing was stored.', 'Füge ihn mit seinem Schlüssel hinzu; nichts wurde gespeichert.'],
  ['Copy it again; nothing was stored.', 'Kopiere ihn noch einmal; nichts wurde gespeichert.'],
  ['Remove it, and add it with its key.', 'Entferne ihn, und füge ihn mit seinem Schlüssel hinzu.'],
  ['Remove it, and add the right one.', 'Entferne ihn, und füge den richtigen hinzu.'],
  ['{0} answered, but not as an API does.', '{0} hat geantwortet, aber nicht wie eine API.'],
  ['Is the base URL right?', 'Stimmt die Basis-URL?'],
  [
    '{0} sends Purser to another address ({1}), where a key must not follow.',
    '{0} schickt Purser zu einer anderen Adresse ({1}); dorthin darf kein Schlüssel mitgehen.',
  ],
  [
    '{0} knows this key but does not let it list models ({1}).',
    '{0} kennt diesen Schlüssel, lässt ihn aber keine Modelle auflisten ({1}).',
  ],
  ['{0} has no list of models on this address (404).', '{0} hat unter dieser Adresse keine Liste von Modellen (404).'],
  [
    '{0} answered with {1}, which says nothing about the key.',
    '{0} hat mit {1} geantwortet; das sagt nichts über den Schlüssel.',
  ],
  ['Start it; Purser keeps its address.', 'Starte den Server; Purser behält die Adresse.'],
  [
    'Purser keeps its address; the first request will show whether it works.',
    'Purser behält die Adresse; die erste Anfrage zeigt, ob sie funktioniert.',
  ],
  [
    'It is added; the first request will show whether it works.',
    'Er ist hinzugefügt; die erste Anfrage zeigt, ob er funktioniert.',
  ],
  [
    'The key is stored; the first request will show whether it works.',
    'Der Schlüssel ist gespeichert; die erste Anfrage zeigt, ob er funktioniert.',
  ],
];
