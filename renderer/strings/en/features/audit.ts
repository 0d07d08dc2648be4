import { numberText } from '../../../state/time-and-money/number-text.ts';
import { count } from '../count.ts';

/** The record of every change and refusal. */
export const audit = {
  verifyTitle: 'Is it as it was written?',
  verify: 'Verify the record',
  verifying: 'Verifying…',
  how:
    'Every entry carries a hash of the one before it. An entry that was changed, taken out or put in breaks all ' +
    'that follow.',
  holds: (entries: number) =>
    entries === 1 ? 'The one entry holds.' : `All ${count(entries, 'entry', 'entries')} hold.`,
  broken: (at: number, before: number) =>
    `Entry ${numberText(at)} does not follow from the ones before: the record was changed there or later. The ` +
    `first ${numberText(before)} hold.`,
  lastHash: 'Last hash',
  copyLastHash: 'Copy the last hash',
  keepIt: 'Keep the last hash somewhere else: with it, a record that was cut off at the end is noticed too.',

  title: 'On record',
  refresh: 'Refresh',
  entries: 'Entries',
  columns: { number: 'No.', when: 'When', what: 'What', who: 'Who', details: 'Details' },
  hash: (hash: string) => `SHA-256 ${hash}`,
  older: 'Show older entries',

  key: (hint: string) => `…${hint}`,
  who: (parts: readonly string[]) => parts.join(' '),
  details: (parts: readonly string[]) => parts.join(', '),
  entry: (kind: string, details: string) => `${kind}: ${details}`,
  /** @param name as the record has it, in words: `cut requests` */
  fact: (name: string, value: string) => `${name} ${value}`,
  rate: (name: string, amount: string) => `${name} ${amount} per million tokens`,
  everyProvider: 'at every provider',
  /** @param cap what was added to it: `$5.00 a day` */
  raisedBy: (cap: string) => `by ${cap}`,
  /** A sentence of the gateway, whole, and the facts that belong to it. */
  sentence: (sentence: string, facts: string) => `${sentence} (${facts})`,
  /** A kind that a newer gateway records and this page does not know: its own name. */
  unknown: (words: string) => words,
  caps: (caps: readonly string[]) => caps.join(' and '),
  noLimits: 'no limits',

  kinds: {
    'gateway-started': 'Purser started',
    'gateway-stopped': 'Purser stopped',
    'provider-added': 'Provider key added',
    'provider-removed': 'Provider key removed',
    'agent-added': 'Agent added',
    'agent-paused': 'Agent paused',
    'agent-resumed': 'Agent resumed',
    'sub-key-issued': 'Sub-key issued',
    'sub-key-paused': 'Sub-key paused',
    'sub-key-resumed': 'Sub-key resumed',
    'sub-key-revoked': 'Sub-key revoked',
    'sub-key-rotated': 'Sub-key rotated',
    'old-secret-used': 'An old secret was used',
    'everything-paused': 'Everything paused',
    'everything-resumed': 'Everything resumed',
    'bodies-on': 'Bodies are kept from here',
    'bodies-off': 'Bodies are kept no more',
    'bodies-deleted': 'Kept bodies deleted',
    'cap-warning': 'Cap warning',
    'brake-warning': 'Brake warned',
    'brake-paused': 'Brake paused an agent',
    'provider-changed': 'Provider changed',
    'cost-corrected': 'A cost was corrected',
    'bill-fault': 'A bill looked wrong',
    'provider-question': 'Something about a provider is not known',
    'approval-asked': 'A request waited for a person',
    'approval-answered': 'A request that waited was answered',
    'cap-raised': 'Cap raised for today',
    'policy-set': 'Policy changed',
    'price-set': 'Price set',
    'price-removed': 'Price removed',
    'prices-updated': 'Prices updated',
    'prices-reset': 'Prices put back to those that came with Purser',
    'price-check-on': 'Daily look at prices on',
    'price-check-off': 'Daily look at prices off',
    'price-news': 'A price changed, or is not certain',
    'history-repriced': 'Past requests priced again',
    'tool-connected': 'Tool connected',
    'tool-repaired': 'Connection repaired',
    'tool-disconnected': 'Tool disconnected',
    'key-moved': 'A key was moved into the secret store',
    'browser-logged-in': 'A browser logged in to the dashboard',
    'browser-logged-out': 'A browser was logged out of the dashboard',
    'requests-cut': 'Running requests cut',
    'request-cut': 'Request cut',
    'request-refused': 'Request refused',
    'crash-settled': 'Settled after a crash',
    'clock-went-back': 'The clock went back: what was spent later counts now',
  },
};
