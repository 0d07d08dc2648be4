import { count } from '../count.ts';

const days = (amount: number): string => (amount === 1 ? 'a day' : count(amount, 'day'));

/** Requests and replies that are kept: of an agent, and of one request. */
export const bodies = {
  menu: 'Keep what it sends…',
  menuKept: 'Change what is kept of it…',
  kept: (forDays: number) => `Its requests are kept for ${days(forDays)}`,

  title: (agent: string) => `Keep what ${agent} sends and gets?`,
  titleKept: (agent: string) => `What is kept of ${agent}`,
  what:
    'From now on, each request and each reply is kept on this machine, to be read where the request is opened: ' +
    'the first MiB of each, encrypted, without headers.',
  warning:
    'That is everything in the conversation: code, files, and passwords or keys that stand in them. Whoever can open ' +
    'this dashboard can read it.',
  memory:
    'Provider keys are kept in memory here, and so is the key that these are encrypted with: after Purser has ' +
    'stopped, nobody can read them.',
  time: 'Deleted after',
  choices: { 1: '1 day', 7: '7 days', 30: '30 days' },
  stopWhat: 'To stop is to delete what was kept, at once and for good.',
  keep: 'Keep',
  change: 'Change',
  stop: 'Stop and delete',
  isKept: (agent: string, forDays: number) => `What ${agent} sends and gets is kept for ${days(forDays)}.`,
  isDeleted: (agent: string, requests: number) =>
    requests === 0
      ? `What ${agent} sends and gets is no longer kept.`
      : `What ${agent} sends and gets is no longer kept; that of ${count(requests, 'request')} is deleted.`,
  isShorter: (agent: string, forDays: number, requests: number) =>
    `What ${agent} sends and gets is kept for ${days(forDays)}. What was older, of ${count(requests, 'request')}, is ` +
    `deleted.`,

  show: 'Show what was sent',
  notKept: 'What was sent and what came back is not kept.',
  keepFromNow: 'Keep it from now on…',
  reading: 'Decrypting…',
  none: 'Nothing is kept of this request: it ran before that was switched on, or its time is over.',
  sent: 'Sent',
  got: 'Came back',
  until: (moment: string) => `Kept until ${moment}`,
  empty: 'Nothing.',
  noText: (size: string) =>
    `${size} that are no text, such as a picture, sound or a form with files. They were not kept.`,
  size: (size: string) => size,
  sizeCut: (kept: string, size: string) => `the first ${kept} of ${size}`,
  bytes: (amount: number) => count(amount, 'byte'),
  kilobytes: (amount: string) => `${amount} kB`,
  megabytes: (amount: string) => `${amount} MB`,
  copySent: 'Copy what was sent',
  copyGot: 'Copy what came back',
  sentForm: 'How what was sent is shown',
  gotForm: 'How what came back is shown',
  forms: { read: 'To read', raw: 'As it came' },
  parts: { text: 'Text', thought: 'Thinking', call: 'Tool call' },
  call: (tool: string) => `Tool call: ${tool}`,
};
