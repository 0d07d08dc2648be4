import { describeCap, windowWords } from '../../../shared/cap.ts';
import { formatUsd } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';

/*
 * Every word of the tray, the menu bar, notifications and dialogs, as renderer/strings has those of the dashboard: a
 * text, or a function of typed values. Money is written by `formatUsd`, as the gateway writes it: most sentences here
 * come from there with their amounts in them (what an agent asks, what was refused), and one menu with two ways of
 * writing dollars reads badly.
 */

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `A`, `A and B`, `A, B and 3 more`. */
function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  if (names.length === 2) return names.join(' and ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

const tray = {
  tooltip: (says: string) => `Purser: ${says}`,
  isDown: 'the gateway is down',
  downTitle: '!',
  down: 'The gateway is down',
  startAgain: 'Start it again',
  starting: 'Starting…',
  stopping: 'Finishing running requests…',
  revokedTitle: 'revoked',
  pausedTitle: 'paused',
  asksTitle: (today: Nanodollars, asking: number) => `${formatUsd(today)} · ${asking} ${asking === 1 ? 'asks' : 'ask'}`,
  todayTitle: (today: Nanodollars) => formatUsd(today),
  spentToday: (today: Nanodollars) => `${formatUsd(today)} spent today`,
  paused: 'Everything is paused',
  notYetStored: 'A stop is not saved yet: free some disk space',
  connectTool: 'Connect a tool…',
  pauseEverything: 'Pause everything',
  resumeEverything: 'Resume everything',
  revokeEverything: 'Revoke everything…',
  openDashboard: 'Open dashboard',
  startAtLogin: 'Start at login',
  settings: 'Settings',
  useKeychain: 'Use the keychain again',
  quit: 'Quit Purser',
  stands: {
    paused: (today: Nanodollars) => `everything is paused (${formatUsd(today)} today)`,
    calm: (today: Nanodollars) => `${formatUsd(today)} today`,
    high: (today: Nanodollars) => `${formatUsd(today)} today. A cap is nearly used up`,
    full: (today: Nanodollars) => `${formatUsd(today)} today. A cap is used up`,
  },
  waiting: (stands: string, requests: number) =>
    `${stands}. ${requests === 1 ? '1 request is' : `${requests} requests are`} waiting for you`,
};

const agents = {
  none: 'No agents yet',
  more: (agents: number) => `${agents} more in the dashboard`,
  today: (name: string, spent: Nanodollars) => `${name}: ${formatUsd(spent)} today`,
  /** @param window such as `today` */
  ofCap: (name: string, spent: Nanodollars, amount: Nanodollars, window: string) =>
    `${name}: ${formatUsd(spent)} of ${formatUsd(amount)} ${window}`,
  standing: {
    paused: (line: string) => `${line} (paused)`,
    full: (line: string) => `${line} (used up)`,
    high: (line: string) => `${line} (nearly used up)`,
  },
  maySpend: 'May spend',
  /** @param cap such as `$5.00 a day` */
  raise: (cap: string, extra: Nanodollars) => `Raise ${cap} by ${formatUsd(extra)} for today`,
  open: 'Open in dashboard',
  rotate: 'Sub-key lost? Rotate it…',
  revoke: 'Revoke…',
};

const approvals = {
  /** @param model between quotation marks, and never last: what a tool calls its model is not said by us */
  asks: (agent: string, model: string, most: Nanodollars) => `${agent} asks for ${model}, up to ${formatUsd(most)}`,
  asksToCall: (agent: string, tool: string) => `${agent} wants to call ${tool}`,
  mayDestroy: 'It may change or delete something. Its arguments are in the dashboard.',
  policySays: 'A rule says to ask you first. Its arguments are in the dashboard.',
  more: (requests: number) => `${requests} more waiting in the dashboard`,
  allowOnce: 'Allow once',
  allowAlways: 'Always allow this tool',
  raise: (extra: Nanodollars) => `Raise for today by ${formatUsd(extra)}`,
  deny: 'Deny',
};

const notifications = {
  titles: {
    'cap-warning': 'A cap is filling up',
    'brake-warning': 'An agent may be out of control',
    'brake-paused': 'Purser paused an agent',
    prices: 'News about the prices of your models',
    rotation: 'A secret was replaced, or is due',
    'bill-fault': 'A bill that looks wrong',
    'provider-question': 'Purser has a question about a provider',
    'not-stored': 'A stop is not saved yet',
    'record-broken': 'The record does not fit its seal',
    'ledger-replaced': 'Purser found a different ledger',
    'port-changed': 'Purser has another port',
    'approval-asked': 'A request is waiting for you',
    'mcp-tool-changed': 'A tool of an MCP server has changed',
  },
  /** @param model between quotation marks, and never last: what a tool calls its model is not said by us */
  asks: (agent: string, model: string, most: Nanodollars) => `${agent} asks for ${model}, up to ${formatUsd(most)}`,
  asksToCall: (agent: string, tool: string) => `${agent} wants to call ${tool}, and waits for you`,
  test: 'A notification from Purser',
  testBody: 'Notifications work. This is how Purser tells you of caps that fill up and requests that wait.',
  answers: {
    'allow-once': 'Allow once',
    'raise-today': 'Raise for today',
    'allow-always': 'Always allow',
    deny: 'Deny',
  },
  revoked: 'Purser revoked',
};

const revoke = {
  everything: 'Revoke everything?',
  everythingWhat: (subKeys: number) =>
    `This ends ${subKeys === 1 ? 'the one sub-key there is' : `all ${plural(subKeys, 'sub-key')}`} and cuts every ` +
    `running request.\n\nIt cannot be undone: each tool needs a new sub-key afterwards. Provider keys and the ` +
    `spending history stay.\n\nTo stop spending only for a while, choose “Pause everything” instead.`,
  everythingYes: 'Revoke everything',
  agent: (agent: string) => `Revoke ${agent}?`,
  agentWhat: (agent: string, subKeys: number) =>
    `This ends ${subKeys === 1 ? 'its one sub-key' : `its ${plural(subKeys, 'sub-key')}`} and cuts its running ` +
    `requests.\n\nIt cannot be undone: ${agent} needs a new sub-key afterwards. Its spending history ` +
    `stays.\n\nTo stop it only for a while, untick “May spend” instead.`,
  agentYes: 'Revoke',
  no: 'Cancel',
};

const quitting = {
  /** @param tools such as `Claude Code and Codex` */
  ask: 'Quit Purser?',
  what: (tools: readonly string[]) =>
    `${listed(tools)} ${tools.length === 1 ? 'sends its' : 'send their'} requests through Purser. Until you start it ` +
    `again, ${tools.length === 1 ? 'it gets' : 'they get'} “Connection error”.\n\nTo use a tool without Purser, ` +
    `disconnect it first.\n\nPurser says this only once.`,
  yes: 'Quit Purser',
  no: 'Cancel',
};

const passphrase = {
  title: (says: string) => `Purser: ${says}`,
  choose: 'Choose a passphrase for the vault',
  chooseWhy:
    'Provider keys are kept in a file that only this passphrase opens. Nobody can recover it: write it down ' +
    'somewhere safe.',
  unlock: 'Unlock the vault',
  unlockWhy: 'Provider keys are in a file that only your passphrase opens. Tools cannot spend until then.',
  passphrase: 'Passphrase',
  again: 'The same once more',
  rule: 'Four or five words that have nothing to do with each other make a good one.',
  differ: 'The two passphrases differ. Type the second one again.',
  cancel: 'Cancel',
  create: 'Create the vault',
  open: 'Unlock',
};

/** English, by what is said where. */
export const en = {
  /** A sentence of the gateway, in English. */
  told: (english: string) => english,
  app: 'Purser',
  /** Which window is meant, after an amount: `today`. */
  during: windowWords,
  /** A cap: `$5.00 a day`. */
  cap: describeCap,
  view: 'View',
  couldNot: 'Purser could not do that',
  cannotStart: 'Purser cannot start',
  fault: 'Purser stopped because of a fault',
  refusedSwitch: (door: string) =>
    `Purser does not start with --${door}: it would let other programs into the app, and your sub-keys and caps with ` +
    `it. Start it without that.`,
  notRunning: 'The gateway is not running. Start it again from the menu, then try once more.',
  crashed: 'The gateway stopped unexpectedly several times. Your tools cannot reach it until you start it again.',
  tray,
  agents,
  approvals,
  notifications,
  revoke,
  quitting,
  passphrase,
  help: { menu: 'Help', keys: 'Keyboard shortcuts', about: 'About Purser' },
};
