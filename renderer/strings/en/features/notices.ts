import type { RecordFault } from '../../../../shared/contract/notice-facts.ts';
import type { Cap } from '../../../../shared/cap.ts';
import { numberText } from '../../../state/time-and-money/number-text.ts';
import { during } from './caps.ts';
import { count } from '../count.ts';

/** A cap as it is told: amounts are written already. */
interface ToldCap extends Pick<Cap, 'window' | 'rolling'> {
  /** An agent or a provider; undefined: everything together. */
  readonly owner: string | undefined;
  readonly spent: string;
  readonly amount: string;
}
const whose = ({ owner }: ToldCap): string => owner ?? 'Everything together';
const used = (cap: ToldCap): string => `${cap.spent} of ${cap.amount} ${during(cap)}`;

/** What the gateway tells as a code and values, and the buttons beside it. */
export const notices = {
  /** @param percent of the cap, rounded down: 100 is all of it */
  capShare: (cap: ToldCap, percent: number) =>
    `${whose(cap)} has used ${percent >= 100 ? 'all' : `${percent}%`} of its cap: ${used(cap)}.`,
  capUsedUp: (cap: ToldCap, reset: string) =>
    `${whose(cap)} has used all of its ${cap.amount} ${during(cap)}, and its requests are refused; ${reset}.`,
  /** A little is left, and no request fits in it. */
  capTooFull: (cap: ToldCap, reset: string) =>
    `${whose(cap)} has used ${used(cap)}, and its next request does not fit; ${reset}.`,
  capHolds: (cap: ToldCap, held: string, reset: string) =>
    `${whose(cap)} has used ${used(cap)} and holds ${held} for running requests; ${reset}.`,
  /** In place of a moment at which the window ends. */
  resetsRolling: 'room comes back as earlier spending leaves the window',
  resetsNever: 'it goes on when you raise the cap',

  repeats: (times: number, minutes: number) => `${count(times, 'identical request')} in ${count(minutes, 'minute')}`,
  haste: (perMinute: string, usual: string) => `${perMinute} a minute, where ${usual} is usual`,
  stuck: (agent: string, why: string) => `${agent} may be stuck: ${why}. It is still running.`,
  racing: (agent: string, why: string) => `${agent} spends unusually fast: ${why}. It is still running.`,
  brakePaused: (agent: string, why: string) => `${agent} was paused: ${why}.`,

  rotated: (agent: string) =>
    `The sub-key of ${agent} has a new secret, and its tool has it already. The old one works for another day.`,
  rotationDue: (agent: string, hint: string, id: string) =>
    `The sub-key of ${agent} ending in ${hint} is due for a new secret: \`purser key rotate ${id}\``,
  usageImpossible: (provider: string, model: string) =>
    `${provider} reports more tokens for ${model} than that model can use. Purser counted the most that it can use; ` +
    `compare it with your bill.`,
  usageAboveBound: (provider: string, model: string) =>
    `${provider} reports more for ${model} than Purser had held. The cost counts as reported. Please report this as ` +
    `a bug in Purser.`,
  stopsUnknown: (provider: string) =>
    `Does ${provider} stop billing when a tool leaves a stream early? Until you say so, such a request counts at the ` +
    `most it can cost.`,
  wentOn: (provider: string, billed: string, counted: string) =>
    `${provider} finished a reply after the tool had left, and bills ${billed} instead of ${counted}. Purser reads ` +
    `such streams to their end from now on. If that is wrong: ` +
    `\`purser provider set ${provider} --stops-when-left auto\``,
  toolChanged: (server: string, tool: string) =>
    `The MCP server ${server} describes its tool ${tool} otherwise than when it was trusted. It is stopped until you ` +
    `have seen the difference.`,
  billUnread: (title: string, provider: string) =>
    `Purser could not read the bill of ${title}, and tries again by itself. See why: \`purser reconcile ${provider}\``,
  priceCheck:
    'Once a day Purser checks genai-prices (GitHub) and models.dev for changed prices of the models you use. It ' +
    'changes no price by itself and sends nothing about you. To turn it off: `purser price auto off`',
  recordBroken: {
    cut: (sealed: string, found: string) =>
      `The record ends at entry ${found}, and entry ${sealed} was sealed already: its end was cut off, or an older ` +
      `ledger was put in its place. If you did not restore a backup, somebody else did.`,
    rewritten: (sealed: string) =>
      `Entry ${sealed} of the record is not the one that was sealed: the record was written anew outside Purser.`,
    changed: (_sealed: string, found: string) =>
      `Entry ${found} of the record, or one before it, was changed outside Purser.`,
    'store-older': (sealed: string, found: string) =>
      `The secret store is older than the record: it knows the record up to entry ${sealed}, and entry ${found} was ` +
      `sealed. If you did not restore it from a backup, somebody else did.`,
    'seal-gone': (_sealed: string, found: string) =>
      `The record was sealed up to entry ${found}, and the key of the seal is not in the secret store any more. ` +
      `If you have moved your keys to another store, that is why.`,
  } satisfies Record<RecordFault, (sealed: string, found: string) => string>,
  ledgerReplaced: (dataFolder: string) =>
    `The ledger in ${dataFolder} is not the one that was used here before: caps, sub-keys, rules and past spending ` +
    `are missing from it. If you did not replace it yourself, stop Purser and put ledger.sqlite back from a backup.`,

  pause: (agent: string) => `Pause ${agent}`,
  /** The button of the question whether a provider stops when its stream is left. */
  sayWhich: 'Choose',
  seeRequests: 'See its requests',
  dismiss: (notice: string) => `Dismiss: ${notice}`,
  /** Opens the notices behind the first one. */
  more: (notices: number) => `${numberText(notices)} more`,
  fewer: 'Show fewer',
  resume: (agent: string) => `Resume ${agent}`,
};
