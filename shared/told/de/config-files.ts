import type { ToldEntries } from '../told.ts';

/** What is wrong with a tool's own file. */
export const TOLD_CONFIG_FILES: ToldEntries = [
  [
    '{0} belongs to another user of this machine, so Purser does not write there. Make it yours (chown), or let ' +
      'its owner make the change; Purser changed nothing.',
    '{0} gehört einem anderen Benutzer dieses Rechners; deshalb schreibt Purser dort nicht. Mach die Datei zu ' +
      'deiner (chown), oder bitte ihren Besitzer um die Änderung; Purser hat nichts geändert.',
  ],
  ['{0} is not a file, so Purser does not write there.', '{0} ist keine Datei; deshalb schreibt Purser dort nicht.'],
  [
    '{0} cannot be written: {1}. Nothing was changed there.',
    '{0} kann nicht geschrieben werden: {1}. Dort wurde nichts geändert.',
  ],
  [
    '{0} is not a config file (it is a folder, a device or too large).',
    '{0} ist keine Konfigurationsdatei (sondern ein Ordner, ein Gerät oder zu groß).',
  ],
  ['it is not UTF-8 text', 'sie ist kein UTF-8-Text'],
  ['{0} cannot be read: {1}.', '{0} kann nicht gelesen werden: {1}.'],
  ['The folder {0} cannot be made: {1}.', 'Der Ordner {0} kann nicht angelegt werden: {1}.'],
  [
    '{0} is a file, and a folder has to be there. Move it away; Purser changed nothing.',
    '{0} ist eine Datei, aber dort muss ein Ordner sein. Verschiebe sie; Purser hat nichts geändert.',
  ],
  [
    '{0} is read-only. Make it writable (chmod u+w), or let whatever manages it make the change; Purser changed ' +
      'nothing.',
    '{0} ist schreibgeschützt. Mach die Datei schreibbar (chmod u+w), oder lass die Änderung von dem machen, was ' +
      'sie verwaltet; Purser hat nichts geändert.',
  ],
  [
    '{0} was changed while Purser was about to write it. Nothing was lost; look at the change again and repeat it.',
    '{0} wurde geändert, während Purser schreiben wollte. Nichts ging verloren; sieh dir die Änderung noch ' +
      'einmal an und wiederhole sie.',
  ],
  [
    '{0} is a symbolic link that leads in a circle. Point it at a file, or remove it; Purser changed nothing.',
    '{0} ist ein symbolischer Link, der im Kreis führt. Lass ihn auf eine Datei zeigen, oder entferne ihn; ' +
      'Purser hat nichts geändert.',
  ],
  [
    'its values are nested more than {0} deep, which no config needs',
    'ihre Werte sind mehr als {0}-fach verschachtelt, was keine Konfiguration braucht',
  ],
  [
    'Purser cannot read this file: something in it is more than its parser takes',
    'Purser kann diese Datei nicht lesen: Etwas darin übersteigt, was der Parser verträgt',
  ],
  ['this is not valid {0}', 'das ist kein gültiges {0}'],
  ['the tool that reads this file takes no comments', 'das Tool, das diese Datei liest, erlaubt keine Kommentare'],
  ['a comma is missing', 'ein Komma fehlt'],
  ['a colon is missing', 'ein Doppelpunkt fehlt'],
  ['a key in double quotes is missing here', 'hier fehlt ein Schlüssel in doppelten Anführungszeichen'],
  ['a value is missing', 'ein Wert fehlt'],
  ['a closing brace is missing', 'eine schließende geschweifte Klammer fehlt'],
  ['a closing bracket is missing', 'eine schließende eckige Klammer fehlt'],
  ['there is more text after the end of the document', 'nach dem Ende des Dokuments steht noch Text'],
  ['a "{0}" is missing', '„{0}“ fehlt'],
  ['a key is missing here', 'hier fehlt ein Schlüssel'],
  ['"{0}" is not a value', '„{0}“ ist kein Wert'],
  [
    'Purser would have to edit the alias *{0} here, and its value is used elsewhere too',
    'Purser müsste hier den Alias *{0} ändern, dessen Wert auch anderswo benutzt wird',
  ],
  [
    'a second YAML document begins here, and Purser edits a file only where it holds one',
    'hier beginnt ein zweites YAML-Dokument, und Purser ändert nur Dateien mit genau einem',
  ],
  ['this key is here a second time', 'dieser Schlüssel kommt hier ein zweites Mal vor'],
];
