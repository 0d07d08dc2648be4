import type { CapsOn } from '../../../../../shared/contract/key-calls.ts';

/** A new sub-key: what it may do, and the one moment its secret is shown. */
export const issueKey = {
  issue: 'Issue sub-key',
  agent: 'Agent',
  agentExample: 'Claude Code',
  agentHint: 'The tool or script that will hold this sub-key.',
  newAgent: (name: string) => `Creates a new agent called “${name}”.`,
  howMuch: 'How much',
  capsFor: 'The caps are for',
  capsOn: { agent: 'All sub-keys of the agent', key: 'This sub-key alone' } satisfies Record<CapsOn, string>,
  shares: (agent: string, caps: readonly string[]) =>
    `Shares what ${agent} may spend: ${caps.join(' and ')}. Change it under Agents.`,
  once: 'Just once',
  onceSays: 'One amount for one job. When it is used up, the sub-key is done.',
  refusedBefore:
    'A request that could pass a cap is refused before it is sent; a stream that reaches a cap is ended there.',

  more: 'Expiry, models and more',
  expires: 'Expires',
  expiries: {
    never: 'Never',
    '8h': 'In 8 hours',
    '7d': 'In 7 days',
    '30d': 'In 30 days',
    date: 'At the end of a day…',
  },
  lastDay: 'Last day',
  models: 'Only these models',
  allModels: 'all models',
  modelsHint: 'Separate with commas; * matches anything, as in claude-*.',
  modelTooLong: (beginning: string) => `“${beginning}…” is too long for the name of a model. Put commas between names.`,
  project: 'Project folder',
  noProject: 'none',
  projectHint: 'The full path. What this sub-key spends is shown as spent there.',
  neverRotates: 'never',
  asks: 'Let a request that does not fit wait, and ask me',
  noLastDay: 'Choose the last day that the sub-key works.',
  dayIsOver: 'That day is in the past. Choose today or later.',

  subKeyFor: (agent: string) => `Sub-key for ${agent}`,
  /** The limits of a new sub-key. @param rules empty where there are none @param until when it ends, if ever */
  may: (caps: readonly string[], rules: string, until: string | undefined) =>
    `Capped at ${caps.join(' and ')}${rules === '' ? '' : `, ${rules}`}.` +
    (until === undefined ? '' : ` Works until ${until}.`),
  copyNow: 'Copy it now: this is the only time it is shown, and Purser keeps only its hash.',
  copy: 'Copy the sub-key',
  noProvider: 'Next, add a provider key: this sub-key works once there is one.',
  use: 'How to use it',
  point: 'Point a tool at it',
  provider: 'Provider',
  baseUrl: 'Base URL',
  copyBaseUrl: 'Copy the base URL',
  copyShell: 'Copy the shell lines',
  notCopied: 'Not copied yet',
  done: 'Done',
  saved: 'I have saved it',
};
