/** A new sub-key: what it may do, and the one moment its secret is shown. */
export const issueKey = {
  issue: 'Issue sub-key',
  agent: 'Agent',
  agentExample: 'Claude Code',
  agentHint: 'The tool or script that will hold this sub-key.',
  newAgent: (name: string) => `Makes a new agent called “${name}”.`,
  howMuch: 'How much',
  presets: { usual: 'Usual', careful: 'Careful', heavy: 'Heavy', once: 'Just once', own: 'My own' },
  refusedBefore:
    'A request that would pass a cap is refused before it is sent; a stream that comes to it is ended there.',

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
  modelsHint: 'With commas between them; * stands for anything, as in claude-*, gpt-5*.',
  modelTooLong: (beginning: string) => `“${beginning}…” is too long for the name of a model. Put commas between names.`,
  noLastDay: 'Choose the last day on which the sub-key works.',
  dayIsOver: 'The last day is over already. Choose today or a later one.',

  subKeyFor: (agent: string) => `Sub-key for ${agent}`,
  /** The limits of a new sub-key. @param rules empty where there are none @param until when it ends, if ever */
  may: (caps: readonly string[], rules: string, until: string | undefined) =>
    `Capped at ${caps.join(' and ')}${rules === '' ? '' : `, ${rules}`}.` +
    (until === undefined ? '' : ` Works until ${until}.`),
  copyNow: 'Copy it now: this is the only time it is shown, and Purser keeps only its hash.',
  copy: 'Copy the sub-key',
  noProvider: 'Add a provider key next; then this sub-key can be used.',
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
