/** The command `purser` in the person's terminals. */
export const commandLine = {
  title: 'Command line',
  hint: 'The command `purser` does in a terminal what this window does.',
  states: {
    installed: (file: string) => `Installed: \`${file}\``,
    'not-installed': (file: string) => `Not installed. It would be \`${file}\`.`,
    other: (file: string) => `\`${file}\` is another program. Move it away to install Purser's.`,
  },
  notOnPath: (folder: string) =>
    `Your terminals may not look in \`${folder}\` yet. If they do not know \`purser\`, add that folder to your PATH.`,
  install: 'Install command line tool',
  update: 'Install again',
  remove: 'Remove',
};
