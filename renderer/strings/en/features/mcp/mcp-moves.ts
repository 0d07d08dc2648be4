import type { StayReason } from '../../../../../shared/mcp/mcp-moves.ts';
import { count } from '../../count.ts';

/** MCP servers that tools have by themselves, and moving them behind Purser. */
export const mcpMoves = {
  title: 'Not through Purser',
  found: (servers: number, tool: string) =>
    `${count(servers, 'server')} of ${tool} ${servers === 1 ? 'does' : 'do'} not go through Purser:`,
  foundIn: (servers: number, tool: string, folder: string) =>
    `${count(servers, 'server')} of ${tool} in ${folder} ${servers === 1 ? 'does' : 'do'} not go through Purser:`,
  move: 'Move them',
  moveOf: (tool: string) => `Move the servers of ${tool} behind Purser`,
  moved: (servers: number, tool: string) =>
    `${count(servers, 'server')} of ${tool} ${servers === 1 ? 'was' : 'were'} moved behind Purser:`,
  putBack: 'Put back',
  putBackOf: (tool: string) => `Put the servers of ${tool} back`,
  inTerminal: 'A browser may not say which command runs on this machine. Do this in the app, or in a terminal:',
  copyCommand: 'Copy the command',
  moveTitle: (tool: string) => `Move MCP servers of ${tool}`,
  moveMeans:
    'Purser starts or reaches each of them once, and only then takes it out of the file. The values of its variables ' +
    'and headers go to the secret store. What may change or delete something waits for you from then on.',
  toStore: (names: readonly string[]) => `to the secret store: ${names.join(', ')}`,
  isThere: 'Purser has it already.',
  calledIn: (name: string, as: string) => (name === as ? name : `${name}, in Purser ${as}`),
  stays: 'These stay where they are',
  change: 'The change to its files',
  submitMove: 'Move',
  starting: 'Starting the servers…',
  doneMove: (names: readonly string[]) =>
    `Moved ${names.join(', ')}. The tool finds them in Purser from its next start on.`,
  unchecked: 'Move these all the same',
  putBackTitle: (tool: string) => `Put MCP servers of ${tool} back`,
  putBackMeans:
    'They are in the file again as they were. Then they leave Purser, with their secrets, if nobody else uses them.',
  submitPutBack: 'Put back',
  donePutBack: (names: readonly string[]) => `Put back ${names.join(', ')}.`,
  reason: {
    off: () => 'Switched off there.',
    variable: (about: string) => `It needs ${about}, which only the tool can fill in.`,
    setting: (about: string) => `Its setting ${about} would be lost.`,
    older: () => 'It speaks only the older transport (SSE).',
    folder: (about: string) => `${about} begins in the folder where the tool happens to run.`,
    secret: () =>
      'An argument or its address may hold a secret, and Purser shows these. Put it into a variable or a header.',
    form: () => 'Purser does not know the form of its entry.',
    name: () => 'No name can be made of its own. In a terminal you can give it one: --as NAME.',
    taken: (about: string) =>
      `Purser has something else named ${about}. In a terminal you can give it another name: --as NAME.`,
    unreachable: (about: string) => about,
  } satisfies Record<StayReason['code'], (about: string) => string>,
};
