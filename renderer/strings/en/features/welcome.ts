import { count } from '../count.ts';

/** More names than this are a number. */
const SHOWN = 3;

/** The first minute. */
export const welcome = {
  title: 'Give every AI tool its own allowance',
  means:
    'Your provider key stays here. Each tool gets a sub-key with a cap, and you see and stop its spending on this ' +
    'page.',
  /** For people who do not see that a step has its mark. */
  done: '(done)',

  key: 'Add a provider key',
  keyMeans: {
    keychain: 'The key is stored in your OS keychain and sent only to the provider.',
    vault: 'The key is stored in your encrypted vault and sent only to the provider.',
    memory: 'The key is kept in memory until Purser quits, and sent only to the provider.',
  },
  keyFor: (tool: string, provider: string) =>
    `${tool} is on this machine and spends at ${provider}: start with that key.`,
  addKey: 'Add provider key',
  addKeyOf: (provider: string) => `Add ${provider} key`,
  addAnother: 'Add another key',
  keysAre: (names: readonly string[]) => names.join(', '),

  tool: 'Pick a tool',
  toolMeans: 'Purser gives it a sub-key with a cap, after showing you the exact change.',
  looking: 'Looking for tools on this machine…',
  noTools: 'None of the tools that Purser knows was found on this machine.',
  found: (tools: readonly string[]) =>
    `Found here: ${
      tools.length > SHOWN
        ? `${tools.slice(0, SHOWN).join(', ')} and ${count(tools.length - SHOWN, 'more', 'more')}`
        : tools.join(', ')
    }.`,
  connect: 'Connect',
  connectTool: (tool: string) => `Connect ${tool}`,
  needsKey: (provider: string) => `Needs a key for ${provider}.`,
  spendsAt: (provider: string) => `Spends at ${provider}.`,
  allTools: 'All tools',
  byHand: 'Another tool or a script?',
  issueSubKey: 'Issue sub-key',
  spenders: (agents: readonly string[]) => `${agents.join(', ')} may spend now.`,
  another: 'Another tool',

  request: 'See the first request arrive',
  requestMeans: 'Your first request appears here, with its cost, as soon as it finishes.',
  askTool: (tool: string) => `Use ${tool} as usual: ask it anything.`,
  pointTool: 'Give your tool the sub-key as its API key, and this as its base URL:',
  waiting: 'Waiting for the first request',
  refused: (agent: string, sentence: string) => `A request of ${agent} was refused: ${sentence}`,

  arrived: (agent: string) => `${agent}’s first request has arrived`,
  failedTitle: 'It arrived, but the provider failed',
  failed: (agent: string, status: number | null) =>
    `Purser passed on ${agent}’s request, and the ` +
    `provider ${status === null ? 'did not answer' : `answered ${status}`}. Check its key on the Keys page.`,
  onward: 'Open the overview',

  demo: 'No key at hand?',
};
