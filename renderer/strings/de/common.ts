import type { Strings } from '../say.ts';

/** Words that mean the same wherever they stand. */
export const common: Strings['common'] = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  done: 'Fertig',
  undo: 'Rückgängig',
  dismiss: 'Ausblenden',
};
