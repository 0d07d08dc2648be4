import type { Strings } from '../../say.ts';

/** Keys that do something anywhere on the page. */
export const shortcuts: Strings['shortcuts'] = {
  title: 'Tastenkürzel',
  list: 'Diese Tastenkürzel anzeigen',
  search: 'Auf dieser Seite suchen',
  palette: 'Seite oder Befehl suchen',
  settings: 'Einstellungen öffnen',
  quit: 'Purser beenden',
  goTo: (page) => `Gehe zu ${page}`,
};
