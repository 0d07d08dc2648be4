import { count } from '../count.ts';

const days = (amount: number): string => (amount === 1 ? 'a day' : count(amount, 'day'));

/** Prompts and replies that are logged: of an agent, and of one request. */
export const bodies = {
  menu: 'Log prompts and replies…',
  menuKept: 'Logging of prompts and replies…',
  kept: (forDays: number) => `Prompts and replies are logged for ${days(forDays)}`,

  title: (agent: string) => `Log prompts and replies of ${agent}?`,
  titleKept: (agent: string) => `Logged for ${agent}`,
  what:
    'From now on, Purser keeps the first MiB of each request and each reply on this machine, encrypted and without ' +
    'headers. Open a request to read them.',
  warning:
    'The log has everything in the conversation: code, files, and any passwords or keys in them. Anyone who can open ' +
    'this dashboard can read it.',
  memory:
    'Provider keys are kept in memory here, and so is the key that encrypts this log: once Purser has stopped, ' +
    'nobody can read it.',
  time: 'Deleted after',
  choices: { 1: '1 day', 7: '7 days', 30: '30 days' },
  stopWhat: 'Stopping deletes the log, at once and for good.',
  keep: 'Start logging',
  change: 'Change',
  stop: 'Stop and delete',
  isKept: (agent: string, forDays: number) =>
    `Prompts and replies of ${agent} are logged and kept for ${days(forDays)}.`,
  isDeleted: (agent: string, requests: number) =>
    requests === 0
      ? `Prompts and replies of ${agent} are no longer logged.`
      : `Prompts and replies of ${agent} are no longer logged; those of ${count(requests, 'request')} were deleted.`,
  isShorter: (agent: string, forDays: number, requests: number) =>
    `Prompts and replies of ${agent} are kept for ${days(forDays)}. Older ones, of ${count(requests, 'request')}, ` +
    `were deleted.`,

  show: 'Show prompt and reply',
  notKept: 'The prompt and the reply are not logged.',
  keepFromNow: 'Log them from now on…',
  reading: 'Decrypting…',
  none: 'Nothing is logged for this request: it ran before logging was on, or its log has expired.',
  sent: 'Sent',
  got: 'Received',
  until: (moment: string) => `Kept until ${moment}`,
  empty: 'Nothing.',
  noText: (size: string) =>
    `${size} that are not text, such as a picture, sound or a form with files. They were not logged.`,
  size: (size: string) => size,
  sizeCut: (kept: string, size: string) => `the first ${kept} of ${size}`,
  bytes: (amount: number) => count(amount, 'byte'),
  kilobytes: (amount: string) => `${amount} kB`,
  megabytes: (amount: string) => `${amount} MB`,
  copySent: 'Copy what was sent',
  copyGot: 'Copy what was received',
  sentForm: 'Show what was sent as',
  gotForm: 'Show what was received as',
  forms: { read: 'Readable', raw: 'Raw' },
  parts: { text: 'Text', thought: 'Thinking', call: 'Tool call' },
  call: (tool: string) => `Tool call: ${tool}`,
};
