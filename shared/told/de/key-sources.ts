import type { ToldEntries } from '../told.ts';

/** Why a key cannot come from a secret manager. */
export const TOLD_KEY_SOURCES: ToldEntries = [
  [
    'A browser may not say where secrets come from. In a terminal: purser provider source add {0}',
    'Ein Browser darf nicht bestimmen, woher Secrets kommen. In einem Terminal: `purser provider source add {0}`',
  ],
  [
    'Everything here is simulated. Set managers up in the real Purser.',
    'Hier ist alles simuliert. Richte Secret-Manager im echten Purser ein.',
  ],
  [
    'Everything here is simulated. Use secret managers in the real Purser.',
    'Hier ist alles simuliert. Nutze Secret-Manager im echten Purser.',
  ],
  [
    'Use the app, or a terminal: purser provider add NAME --from REFERENCE',
    'Nimm die App oder ein Terminal: `purser provider add NAME --from REFERENCE`',
  ],
  [
    'A browser may not say which program runs on this machine.',
    'Ein Browser darf nicht bestimmen, welches Programm auf diesem Rechner läuft.',
  ],
  [
    "From a browser, a key is read from a secret manager only for the provider's own address.",
    'Von einem Browser aus wird ein Schlüssel nur für die eigene Adresse des Anbieters aus einem Secret-Manager ' +
      'gelesen.',
  ],
  [
    'An address is a scheme, a host and a path, without a login, query or fragment.',
    'Eine Adresse besteht aus Schema, Host und Pfad, ohne Anmeldung, Query oder Fragment.',
  ],
  [
    '{0} is not encrypted: anybody on the way could read the login and every key. Give its address with https://.',
    '{0} ist nicht verschlüsselt: Jeder auf dem Weg könnte die Anmeldung und alle Schlüssel lesen. Gib die ' +
      'Adresse mit https:// an.',
  ],
  [
    'The key of {0} is in the secret store, so there is nothing to read anew. To have it read from a secret ' +
      'manager: purser provider set {1} --from REFERENCE',
    'Der Schlüssel von {0} liegt im Schlüsselspeicher; es gibt nichts neu zu lesen. Um ihn aus einem ' +
      'Secret-Manager lesen zu lassen: `purser provider set {1} --from REFERENCE`',
  ],
  ['Give the key or where it is, not both.', 'Gib entweder den Schlüssel an oder wo er liegt, nicht beides.'],
];
