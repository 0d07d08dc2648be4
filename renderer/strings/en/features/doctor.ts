import { numberText } from '../../../state/time-and-money/number-text.ts';

/** Things that keep tools from spending through Purser, and what can be done about them. */
export const doctor = {
  title: 'Is anything in the way?',
  look: 'Look now',
  looking: 'Looking…',
  what: 'Variables that win over a tool’s config, files that were changed back, and keys that lie about in plain text.',
  nothing: 'Nothing is in the way.',
  project: 'In a project, too',
  projectMore: 'Look into a project, too',
  projectExample: '/home/me/shop',
  projectHint: 'The whole path of its folder. Projects that are connected are looked into anyway.',
  severity: { error: 'Trouble', warning: 'Look at this', note: 'Note' },
  inFile: (file: string) => `In ${file}.`,
  inLine: (file: string, line: number) => `In ${file}, line ${numberText(line)}.`,

  putRight: 'Put it right',
  keepProxiesOffHow: 'Purser can add lines to this file that keep proxies off this machine.',
  putRightHow: {
    repair: 'Purser can write its change into the file again.',
    'connect-again': 'Purser can connect it again, at the address it has now.',
  },
  moveKeyHow: 'Purser can move the key into the secret store and put a capped sub-key in its place.',
  moveAskedHow:
    'If this key is your own, Purser can move it into the secret store and put a capped sub-key in its place.',
  moveKey: 'Move the key…',
  connect: (tool: string) => `Connect ${tool}…`,
  addProvider: 'Add provider key',
  orDisconnect: 'Or disconnect it below: that puts its files back.',

  moveTitle: 'Is this key your own?',
  moveWhat: (file: string) =>
    `Purser takes the key out of ${file}, keeps it as a provider key, and puts a capped sub-key in its place.`,
  moveWarning:
    'A project from somebody else can bring their key. What you then spend with it, and what you send, goes to their ' +
    'account.',
  moveYes: 'It is mine, move it',
};
