import type { ListedKind } from './refusal-facts.ts';
import type { FactByCode, RefusalWords } from './word-types.ts';
import { windowWords } from '../cap.ts';
import { counted } from '../counted.ts';
import { tellDays } from '../day-row.ts';
import type { Weekday } from '../policy.ts';
import { mcpWords } from './mcp-words.ts';
import { fullText, resetText, subject, subjectInside } from './parts.ts';
import type { Writing } from './writing.ts';

/** The sentence of a refusal in the words of one language. */
export function wordRefusal<Code extends keyof FactByCode>(
  words: RefusalWords,
  fact: FactByCode[Code] & { readonly code: Code },
  write: Writing,
): string {
  return words[fact.code](fact, write);
}

/** Why Purser refused, in English. */
export const refusalWords: RefusalWords = {
  /** `Claude Code has used $5.00 of its $5.00 for today. Resets at 00:00.` */
  cap: ({ cap, needed, asked }, write) =>
    `${fullText(cap, needed, write)} ${resetText(cap, write)}${asked === undefined ? '' : ` ${askedWords[asked]}`}`,
  /** `Claude Code has made all of its 100 requests today. Resets on 22 November 2026 at 00:00.` */
  calls: ({ owner, window, rolling, most, resetsAt }, write) => {
    const reset = resetsAt === null ? '' : ` Resets on ${write.day(resetsAt)} at ${write.clock(resetsAt)}.`;
    const all = most === 1 ? 'its one request' : `all of its ${counted(most, 'request')}`;
    return `${owner ?? EVERYTHING} has made ${all} ${windowWords({ window, rolling })}.${reset}`;
  },
  /** `Aider may spend $0.50 on one request; this one could cost $0.75.` */
  'max-cost': ({ whose, allowed, needed }, write) => {
    const usd = write.usdSo((see) => see(needed) > see(allowed));
    return `${subject(whose)} may spend ${usd(allowed)} on one request; this one could cost ${usd(needed)}.`;
  },
  'call-cost': ({ whose, provider, price }, write) =>
    `A call of ${provider} costs ${write.usd(price)}, more than ${subjectInside(whose)} may spend on one request.`,
  'max-output': ({ makes, allowed }) =>
    `This request makes up to ${makes} tokens of output, and nothing in it can be set to fewer; the policy allows ` +
    `${allowed}.`,
  'unknown-price': ({ model, provider, name }) => {
    const { shown, typed } = namesOf(model);
    return (
      `Purser does not know the price of "${shown}" at ${provider}, so it cannot keep a cap on it. Allow it ` +
      `at the dearest price of its family: purser price allow "${typed}" --provider ${name}. Or set what it costs ` +
      `per million tokens: purser price set "${typed}" --input USD --output USD --provider ${name}`
    );
  },
  unpriced: ({ what, model, provider }) =>
    `Purser knows no price for ${UNPRICED_WORDS[what] ?? what} of "${namesOf(model).shown}" at ${provider}, so it ` +
    `cannot keep a cap on it. Leave it out, or use another model.`,
  'no-context-window': ({ model }) =>
    `This request has parts whose tokens cannot be bounded, and the context window of "${model}" is not known.`,

  'not-among': ({ whose, what, name, allowed }) => `${mayNot(subject(whose), what, name)}. ${allowedWords(allowed)}`,
  denied: ({ whose, what, name, by }) =>
    what === 'tool'
      ? `${mayNot(subject(whose), what, name)}. Denied: ${by}.`
      : `${mayNot(subject(whose), what, name)} (denied by ${by}).`,
  expired: ({ whose, at }, write) =>
    `The allowance of ${subjectInside(whose)} expired on ${write.day(at)}. Issue a new sub-key, or move the date.`,
  'working-hours': ({ whose, days, from, to }, write) =>
    `${subject(whose)} may spend only ${dayWords(days)} from ${write.timeOfDay(from)} to ${write.timeOfDay(to)}.`,
  environment: ({ provider, environment, own }) =>
    `${provider} is for ${environment} only, and this sub-key ` +
    `${own === null ? 'has no environment' : `is for ${own}`}.`,
  folder: ({ whose, folder, why }) => {
    const begin = `${subject(whose)} may be used only in ${folder}, and`;
    if (why.seen === 'no-folder') return `${begin} there is no such folder. Make it, or change its policy.`;
    if (why.seen === 'no-process')
      return `${begin} Purser found no process behind this connection. Start the tool again.`;
    return `${begin} this tool runs in ${why.path}. Start it in that folder, or give it another sub-key.`;
  },
  'parallel-requests': ({ whose, most }) =>
    `${subject(whose)} may run ${counted(most, 'request')} at once, and no more fit now.`,
  'requests-per-minute': ({ whose, most }) => `${subject(whose)} may send ${counted(most, 'request')} a minute.`,
  'tokens-per-minute': ({ whose, most, used }, write) =>
    `${subject(whose)} may use ${counted(most, 'token')} a minute, and has used ${write.number(used)}.`,

  'everything-paused': () => 'Everything is paused in Purser. Resume it in the tray or with `purser resume`.',
  'agent-archived': ({ agent }) =>
    `${agent} is archived in Purser. Bring it back on the dashboard or with ` +
    `\`purser agent archive "${agent}" --undo\`.`,
  'agent-paused': ({ agent }) => `${agent} is paused in Purser. Resume it in the tray or on the dashboard.`,
  'sub-key-paused': ({ agent }) =>
    `This sub-key of ${agent} is paused. Resume it on the dashboard or with \`purser key resume\`.`,
  'sub-key-revoked': ({ agent }) => `This sub-key of ${agent} was revoked. Issue a new one in Purser.`,
  'sub-key-rotated': () => 'This sub-key was replaced, and the old secret has expired. Give this tool the new one.',
  'unknown-sub-key': () =>
    'Purser does not know this key. Give this tool a sub-key: `purser key issue`, or "Issue sub-key" on the dashboard.',
  'not-own': ({ id }) => `"${id}" was made with another sub-key. Use that one, or make it anew with this one.`,
  'provider-removed': ({ provider }) => `${provider} was removed from Purser while this request waited.`,
  'provider-without-key': ({ provider }) =>
    `The secret store has no key for ${provider} (keys kept in memory are gone after a restart). Remove the provider ` +
    `and add it again.`,
  'not-metered': ({ method, path, provider }) =>
    `Purser cannot meter ${method} ${path} at ${provider} yet, so it does not pass it on.`,
  'host-not-allowed': ({ port }) => `Purser answers only at http://127.0.0.1:${port}. Check the base URL of this tool.`,
  'browser-not-allowed': () =>
    'Purser does not serve web pages, because any page could then spend your money. Call it from a program instead.',
  'ledger-stuck': () => 'Purser cannot write its ledger (is the disk full?), so it lets nothing through until it can.',
  'ledger-unread': () =>
    'Purser has not read from its ledger what a cap has left, and lets nothing through until it has. Try again.',
  stopped: () => 'The request was stopped while it waited.',

  ...mcpWords,
};

const EVERYTHING = 'Everything together';

/** What came of the question to a person. */
export const askedWords = {
  deny: 'A person was asked and said no.',
  nobody: 'A person was asked, and nobody answered in time.',
  'allow-once': 'A person allowed it, but another rule refuses it.',
  'raise-today': 'A person raised the cap, but it still does not fit.',
} as const;

const UNPRICED_WORDS: Readonly<Record<string, string>> = {
  webSearches: 'web searches',
  mapSearches: 'map searches',
  fileSearches: 'file searches',
  codeRuns: 'code runs',
  containerSeconds: 'the time of a container that runs code',
  audioSeconds: 'seconds of audio',
  pages: 'pages',
  characters: 'characters',
  pictures: 'pictures',
  cacheTokenHours: 'hours of a cache',
  tier: 'the service tier it asks for',
  audio: 'audio',
};

/** A model name that means only itself to any shell and terminal. */
const PLAIN_NAME = /^[A-Za-z0-9][\w.:/@+-]*$/;

/**
 * A model's name as a sentence may have it, and as a command may: the agent chose the name, and a person may paste the
 * command.
 */
export function namesOf(model: string): { readonly shown: string; readonly typed: string } {
  return { shown: model.replaceAll(/\p{Cc}/gu, ' '), typed: PLAIN_NAME.test(model) ? model : 'MODEL' };
}

function mayNot(who: string, what: ListedKind, name: string): string {
  return `${who} may not ${MAY_NOT[what](name)}`;
}

const MAY_NOT: Readonly<Record<ListedKind, (name: string) => string>> = {
  provider: (name) => `use ${name}`,
  endpoint: (name) => `call ${name}`,
  model: (name) => `use the model "${name}"`,
  tool: (name) => `use the tool "${name}", which runs at the provider`,
  'mcp-server': (name) => `use the MCP server ${name}`,
  'mcp-tool': (name) => `use the tool ${name}`,
};

function allowedWords(names: readonly string[]): string {
  return `Allowed: ${names.join(', ') || 'none'}.`;
}

/** `on Mon, Wed`, `Mon to Fri`: as the dashboard writes them. */
function dayWords(days: readonly Weekday[]): string {
  const nameOf = (day: Weekday): string => `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
  const named = tellDays(days);
  return 'first' in named
    ? `${nameOf(named.first)} to ${nameOf(named.last)}`
    : `on ${named.days.map(nameOf).join(', ')}`;
}
