import type { ToldEntries } from '../told.ts';

/** Bills of providers. */
export const TOLD_BILLS: ToldEntries = [
  [
    '{0} shows its bill to the key that Purser has already: purser reconcile {1}',
    '{0} zeigt die Rechnung schon dem Schlüssel, den Purser hat: purser reconcile {1}',
  ],
  [
    'This is a sub-key of Purser, not an admin key of {0}.',
    'Das ist ein Unterschlüssel von Purser, kein Admin-Schlüssel von {0}.',
  ],
  [
    'This is the key that requests are made with. An admin key of {0} is another one, from {1}.',
    'Das ist der Schlüssel, mit dem Anfragen gestellt werden. Einen Admin-Schlüssel von {0} gibt es ' +
      'eigens, unter {1}.',
  ],
  [
    'Purser cannot read the bill of {0}. It reads these: {1}.',
    'Die Rechnung von {0} kann Purser nicht lesen. Lesen kann es diese: {1}.',
  ],
  ['{0} is still to come. In UTC it is {1}.', '{0} liegt noch in der Zukunft. In UTC ist heute der {1}.'],
  ['Purser reads the bill of {0} since {1} at most.', 'Purser liest die Rechnung von {0} höchstens ab dem {1}.'],
  [
    'Purser has no key for {0} (keys in memory end with it).',
    'Purser hat keinen Schlüssel für {0} (im Speicher gehaltene Schlüssel enden mit Purser).',
  ],
  [
    '{0} shows its bill to an admin key only. Add one: {1}',
    '{0} zeigt die Rechnung nur einem Admin-Schlüssel. So fügst du einen hinzu: {1}',
  ],
  [
    'The secret store does not have the admin key of {0} any more (keys in memory end with Purser). ' +
      'Add it again: {1}',
    'Der Admin-Schlüssel von {0} ist nicht mehr im Schlüsselspeicher (im Speicher gehaltene ' +
      'Schlüssel enden mit Purser). Füge ihn wieder hinzu: {1}',
  ],
  [
    'The bill of {0} for {1} may still grow. Settle the day {2} days after its end.',
    'Die Rechnung von {0} für den {1} kann noch wachsen. Rechne den Tag {2} Tage nach seinem Ende ab.',
  ],
  [
    '{0} tells no days that are over, so none can be settled from it.',
    '{0} nennt keine vergangenen Tage; deshalb kann keiner danach abgerechnet werden.',
  ],
  [
    "{0} rows of {1}'s bill could not be read, so it may be higher. Nothing was changed.",
    '{0} Zeilen der Rechnung von {1} waren nicht lesbar; sie kann also höher sein. Nichts wurde geändert.',
  ],
  [
    'No request of {0} is estimated or assumed, so there is nothing to settle.',
    'Am {0} ist keine Anfrage geschätzt oder angenommen; es gibt nichts abzurechnen.',
  ],
  [
    'The bill of {0} for {1} proves no lower cost of the {2} estimated and assumed requests of that ' +
      'day, so they stay as they are.',
    'Die Rechnung von {0} für den {1} belegt keine niedrigeren Kosten der {2} geschätzten und ' +
      'angenommenen Anfragen dieses Tages; sie bleiben, wie sie sind.',
  ],
  [
    '{0} did not send its bill within {1} seconds{2}. Try again later.',
    '{0} hat die Rechnung nicht innerhalb von {1} Sekunden geschickt{2}. Versuche es später noch einmal.',
  ],
  [
    '{0} answered with something that is no bill. It may have changed its API: look for a newer Purser.',
    '{0} hat mit etwas geantwortet, das keine Rechnung ist. Vielleicht hat sich die API geändert: ' +
      'Suche nach einem neueren Purser.',
  ],
  [
    'The bill of {0} does not end. Try again later.',
    'Die Rechnung von {0} nimmt kein Ende. Versuche es später noch einmal.',
  ],
  [
    '{0} refuses the key that Purser has for it ({1}). Remove the provider, and add the right key.',
    '{0} lehnt den Schlüssel ab, den Purser dafür hat ({1}). Entferne den Anbieter und füge ihn mit ' +
      'dem richtigen Schlüssel wieder hinzu.',
  ],
  [
    '{0} lets this key read no bill ({1}). It takes an admin key, from {2}.',
    '{0} lässt diesen Schlüssel keine Rechnung lesen ({1}). Dafür braucht es einen Admin-Schlüssel, von {2}.',
  ],
  [
    '{0} was asked too often (429). Try again in a few minutes.',
    '{0} wurde zu oft gefragt (429). Versuche es in ein paar Minuten noch einmal.',
  ],
  [
    '{0} cannot send its bill at present ({1}). Try again later.',
    '{0} kann die Rechnung gerade nicht schicken ({1}). Versuche es später noch einmal.',
  ],
  [
    '{0} does not send its bill ({1}). Check the base URL of this provider: it must be its own.',
    '{0} schickt keine Rechnung ({1}). Prüfe die Basis-URL dieses Anbieters: Es muss seine eigene sein.',
  ],
  ['The admin key is empty.', 'Der Admin-Schlüssel ist leer.'],
  [
    'An admin key has no spaces and only plain characters. Was it shortened when it was copied?',
    'Ein Admin-Schlüssel hat keine Leerzeichen und nur einfache Zeichen. Wurde er beim Kopieren gekürzt?',
  ],
];
