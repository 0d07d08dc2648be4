import type { Strings } from '../../say.ts';

/** The command `purser` in the person's terminals. */
export const commandLine: Strings['commandLine'] = {
  title: 'Kommandozeile',
  hint: 'Der Befehl `purser` kann im Terminal, was dieses Fenster kann.',
  states: {
    installed: (file) => `Installiert: \`${file}\``,
    'not-installed': (file) => `Nicht installiert. Der Ort wäre \`${file}\`.`,
    other: (file) => `\`${file}\` ist ein anderes Programm. Verschiebe es, um den Befehl von Purser zu installieren.`,
  },
  notOnPath: (folder) =>
    `Deine Terminals suchen vielleicht noch nicht in \`${folder}\`. Kennen sie \`purser\` nicht, nimm den Ordner in ` +
    `deinen PATH auf.`,
  install: 'Befehl installieren',
  update: 'Neu installieren',
  remove: 'Entfernen',
};
