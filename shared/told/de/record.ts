import type { ToldEntries } from '../told.ts';

/** What is wrong with the record. */
export const TOLD_RECORD: ToldEntries = [
  [
    'The record ends at entry {0}, and entry {1} was sealed already: its end was cut off, or an older ledger was ' +
      'put in its place. If you did not restore a backup, somebody else did.',
    'Das Auditprotokoll endet bei Eintrag {0}, aber Eintrag {1} war schon versiegelt: Das Ende wurde ' +
      'abgeschnitten, oder ein älteres Kassenbuch wurde eingesetzt. Wenn du kein Backup wiederhergestellt hast, ' +
      'war es jemand anderes.',
  ],
  [
    'Entry {0} of the record is not the one that was sealed: the record was written anew outside Purser.',
    'Eintrag {0} des Auditprotokolls ist nicht der versiegelte: Das Protokoll wurde außerhalb von Purser neu ' +
      'geschrieben.',
  ],
  [
    'Entry {0} of the record, or one before it, was changed outside Purser.',
    'Eintrag {0} des Auditprotokolls oder einer davor wurde außerhalb von Purser geändert.',
  ],
  [
    'The secret store is older than the record: it knows the record up to entry {0}, and entry {1} was sealed. ' +
      'If you did not restore it from a backup, somebody else did.',
    'Der Schlüsselspeicher ist älter als das Auditprotokoll: Er kennt es bis Eintrag {0}, aber Eintrag {1} war ' +
      'versiegelt. Wenn du ihn nicht aus einem Backup wiederhergestellt hast, war es jemand anderes.',
  ],
  [
    'The record was sealed up to entry {0}, and the key of the seal is not in the secret store any more. If you ' +
      'have moved your keys to another store, that is why.',
    'Das Auditprotokoll war bis Eintrag {0} versiegelt, aber der Schlüssel des Siegels liegt nicht mehr im ' +
      'Schlüsselspeicher. Wenn du deine Schlüssel an einen anderen Ort verschoben hast, ist das der Grund.',
  ],
];
