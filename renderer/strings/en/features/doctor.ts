import { numberText } from '../../../state/time-and-money/number-text.ts';

/** Things that keep tools from spending through Purser, and what can be done about them. */
export const doctor = {
  title: 'Check setup',
  look: 'Check now',
  looking: 'Checking…',
  what: 'Finds variables that override a tool’s config, files that were changed back, and keys left in plain text.',
  nothing: 'No problems found.',
  project: 'Also in a project',
  projectMore: 'Check a project, too',
  projectExample: '/home/me/shop',
  projectHint: 'The full path of its folder. Connected projects are checked anyway.',
  severity: { error: 'Problem', warning: 'Warning', note: 'Note' },
  inFile: (file: string) => `In ${file}.`,
  inLine: (file: string, line: number) => `In ${file}, line ${numberText(line)}.`,

  putRight: 'Fix it',
  keepProxiesOffHow: 'Purser can add lines to this file that keep proxies off this machine.',
  putRightHow: {
    repair: 'Purser can write its change into the file again.',
    'connect-again': 'Purser can connect it again, at Purser’s present address.',
  },
  moveKeyHow: 'Purser can move the key into the secret store and put a capped sub-key in its place.',
  moveAskedHow:
    'If this key is your own, Purser can move it into the secret store and put a capped sub-key in its place.',
  moveKey: 'Move the key…',
  connect: (tool: string) => `Connect ${tool}…`,
  addProvider: 'Add provider key',
  orDisconnect: 'Or disconnect it below: that puts its files back.',
  moveServersHow: 'The page "MCP" has them, and moves them behind Purser.',

  moveTitle: 'Is this key your own?',
  moveWhat: (file: string) =>
    `Purser takes the key out of ${file}, keeps it as a provider key, and puts a capped sub-key in its place.`,
  moveWarning:
    'A project from somebody else can contain their key. Everything you spend and send with it then goes to their ' +
    'account.',
  moveYes: 'It is mine, move it',
};
