import { windowWords } from '../../../shared/cap.ts';
import { counted } from '../../../shared/counted.ts';
import { formatUsd, formatUsdSo } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { CapAccount } from '../caps/cap-book.ts';

interface CapSentence {
  /** The owner of the cap. */
  readonly whose: string;
  readonly account: CapAccount;
  /** The least this request could be held for. */
  readonly needed: Nanodollars;
  readonly timeZone: string;
}

/** Why a cap refused: `Claude Code has used $5.00 of its $5.00 for today; resets at 00:00.` */
export function explainCap({ whose, account, needed, timeZone }: CapSentence): string {
  const { cap, allowed, spent, reserved } = account;
  const window = cap.window === 'day' && !cap.rolling ? 'for today' : windowWords(cap);
  const reset = resetText(account, timeZone);
  if (spent >= allowed) return `${whose} has used ${formatUsd(spent)} of its ${formatUsd(allowed)} ${window}. ${reset}`;
  const isFull = (used: number, all: number, more: number): boolean => used < all && used + more > all;
  const usd = formatUsdSo((see) => isFull(see(spent), see(allowed), see(reserved) + see(needed)));
  const held = reserved > 0 ? ` and holds ${usd(reserved)} for running requests` : '';
  const used = `${usd(spent)} of its ${usd(allowed)} ${window}`;
  return `${whose} has used ${used}${held}; this request could cost ${usd(needed)}. ${reset}`;
}

/** When a cap has room again: `Resets at 00:00.` */
export function resetText({ cap, span }: Pick<CapAccount, 'cap' | 'span'>, timeZone: string): string {
  if (cap.rolling) return 'Room comes back as earlier spending drops out of the window.';
  // A total on everybody is not escaped by another sub-key, but it can be raised like every cap.
  if (span.end === null) return 'Raise the cap with `purser policy`, or issue another sub-key.';
  if (cap.window === 'week' || cap.window === 'month') {
    const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
    return `Resets on ${day.format(span.end)}.`;
  }
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return `Resets at ${clock.format(span.end)}.`;
}

/** Why one request is too much for a policy: `Aider may spend $0.50 on one request; this one could cost $0.75.` */
export function explainMaxCost(whose: string, allowed: Nanodollars, needed: Nanodollars): string {
  const usd = formatUsdSo((see) => see(needed) > see(allowed));
  return `${whose} may spend ${usd(allowed)} on one request; this one could cost ${usd(needed)}.`;
}

/** `$4.999 of $5.00`: never all of it where something is left. */
export function shareText(spent: Nanodollars, allowed: Nanodollars): string {
  const usd = formatUsdSo((see) => spent >= allowed || see(spent) < see(allowed));
  return `${usd(spent)} of ${usd(allowed)}`;
}

/** The owner of a cap or a policy inside a sentence: `This sub-key of Aider` is no name. */
export function inSentence(whose: string): string {
  return /^(This sub-key of|Everything together$)/.test(whose) ? whose.charAt(0).toLowerCase() + whose.slice(1) : whose;
}

/**
 * Why a limit on the number of requests refused: `Claude Code has made 100 of its 100 requests today. Resets at 00:00.`
 */
export function explainCalls({ whose, account, timeZone }: Omit<CapSentence, 'needed'>): string {
  const { cap, span } = account;
  const reset =
    cap.rolling || span.end === null
      ? ''
      : ` Resets ` +
        `on ${new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(span.end)}.`;
  const all = Number(cap.amount) === 1 ? 'its one request' : `all of its ${counted(cap.amount, 'request')}`;
  return `${whose} has made ${all} ${windowWords(cap)}.${reset}`;
}

/** Why something that would be billed and has no price is refused. */
export function explainUnpriced(what: string, model: string, provider: string): string {
  return (
    `Purser knows no price for ${UNPRICED_WORDS[what] ?? what} of "${model.replaceAll(/\p{Cc}/gu, ' ')}" ` +
    `at ${provider}, so it cannot keep a cap on it. Leave it out, or use another model.`
  );
}

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
 * Why an unknown model is refused: it is never $0. The agent chose the name, and a person may paste a command.
 * @param provider as people call it @param name as commands have it
 */
export function explainUnknownPrice(model: string, provider: string, name = provider): string {
  const shown = model.replaceAll(/\p{Cc}/gu, ' ');
  const typed = PLAIN_NAME.test(model) ? model : 'MODEL';
  return (
    `Purser does not know the price of "${shown}" at ${provider}, so it cannot keep a cap on it. Allow it at ` +
    `the dearest price of its family: purser price allow "${typed}" --provider ${name}. Or set what it costs per ` +
    `million tokens: purser price set "${typed}" --input USD --output USD --provider ${name}`
  );
}
