import type { ToldEntries } from '../../told.ts';

/** Why something that a person wanted could not be done, continued. */
export const TOLD_FAILURES_2: ToldEntries = [
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
