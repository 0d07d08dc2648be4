import type { Policy } from '../../../../shared/policy.ts';
import { WEEKDAY_NAMES } from '../weekdays.ts';

/** The form for caps and rules at every level. */
export const policy = {
  /** Things that a policy can be on, in the middle of a sentence. */
  onEverything: 'everything',
  onProvider: (provider: string) => `the provider ${provider}`,
  onGroup: (group: string) => `the group ${group}`,
  onKey: (hint: string, agent: string) => `the sub-key …${hint} of ${agent}`,

  title: (whose: string) => `Caps and rules of ${whose}`,
  changed: (whose: string) => `Saved the caps and rules of ${whose}.`,
  keyHint:
    'A request must fit the caps here and those of its agent, its provider and everything. Money already spent ' +
    'counts.',
  levelHint:
    'These apply on top of the rules of each sub-key: a request must fit all of them. Money already spent counts.',
  save: 'Save',

  inherited: 'Inherit',
  onCap: 'When a request does not fit',
  onCapChoices: { refuse: 'Refuse it', ask: 'Let it wait and ask me' } satisfies Record<
    NonNullable<Policy['onCap']>,
    string
  >,

  parts: 'Models, conversations and group',
  modelCaps: 'Caps for models',
  modelCapModels: (nth: number) => `Models of cap ${nth}`,
  modelCapAmount: (nth: number) => `Amount of cap ${nth} for models in dollars`,
  modelCapWindow: (nth: number) => `Window of cap ${nth} for models`,
  removeModelCap: (nth: number) => `Remove cap ${nth} for models`,
  addModelCap: 'Add a cap for a model',
  noModels: 'Enter the models that the cap is for, such as claude-opus-*.',
  conversationCaps: {
    rows: (_caps: number) => 'Caps for each conversation',
    amount: (nth: number) => `Cap ${nth} for each conversation in dollars`,
    window: (nth: number) => `Window of cap ${nth} for each conversation`,
    remove: (nth: number) => `Remove cap ${nth} for each conversation`,
    add: (_caps: number) => 'Add a cap for each conversation',
  },
  conversationHint: 'Counts for each conversation alone. Requests of tools that name none count as one.',
  group: 'Group',
  noGroup: 'none',
  groupHint: 'Agents of a group share its caps. A new name makes a group; its caps are set under Agents.',
  groupCapsHint: 'All agents of the group share these caps, beside their own. Money already spent counts.',

  reach: 'Models and providers',
  allow: 'Only these models',
  allowAll: 'all models',
  allowHint: 'Separate with commas; * matches anything.',
  deny: 'Never these models',
  denyNone: 'none',
  denyHint: 'Beats the list of allowed models.',
  denyTools: 'Never these tools of the provider',
  denyToolsHint: 'For example web_search*, code_execution*, mcp. Tools of your own always work.',
  providers: 'Only at these providers',
  endpoints: 'Only these endpoints',
  endpointsAll: 'all endpoints',
  endpointsHint: 'For example chat/completions.',
  environment: 'Environment',
  environments: { dev: 'dev', staging: 'staging', prod: 'prod' } satisfies Record<
    NonNullable<Policy['environment']>,
    string
  >,
  anyEnvironment: 'Any',
  folder: 'Only from this folder',
  anyFolder: 'anywhere',
  folderHint: 'The full path of a project, such as /home/me/shop.',

  mcp: 'MCP servers and their tools',
  mcpServers: 'Only these MCP servers',
  mcpServersAll: 'all servers',
  mcpServersHint: 'Their names, separated with commas.',
  mcpAllow: 'Only these tools of MCP servers',
  mcpAllowAll: 'all tools',
  mcpToolsHint: 'As SERVER/TOOL, such as github/get_*.',
  mcpDeny: 'Never these tools of MCP servers',
  mcpDenyHint: 'Beats the list of allowed tools.',
  mcpAsk: 'Ask me before these tools',
  mcpAskHint: 'The call waits until you allow it.',
  mcpRun: 'Never ask before these tools',
  mcpRunHint: 'Else you are asked before a tool that may change or delete something.',
  mcpRulesKept:
    'Rules about arguments and limits on calls stay as they are. They stand in the policy file: purser policy export',

  limits: 'Rates and size',
  noLimit: 'no limit',
  requestsPerMinute: 'Requests a minute',
  tokensPerMinute: 'Tokens a minute',
  parallelRequests: 'Requests at a time',
  maxCost: 'Most for one request',
  maxOutput: 'Longest output in tokens',
  maxOutputHint: 'Requests that ask for more are limited to this.',

  times: 'Expiry and working hours',
  lastDay: 'Last day',
  lastDayHint: 'After that day, every request is refused.',
  rotateDays: 'Days until a new secret',
  never: 'never',
  rotateDaysHint: 'Purser tells you when it is due.',
  hours: 'Only in working hours',
  workingDays: 'Working days',
  days: WEEKDAY_NAMES,
  from: 'From',
  to: 'To',
  toHint: (timeZone: string) => `Times are ${timeZone}. An end before the start runs past midnight.`,

  brake: 'Brake',
  velocity: 'When it spends much faster than usual',
  loop: 'When it repeats the same request',
  brakeChoices: { off: 'Nothing', warn: 'Warn', pause: 'Pause the agent' },
  brakeHint: 'Default: warn.',

  notWhole: {
    requestsPerMinute: (typed: string) => `Requests a minute: “${typed}” is not a whole number above 0.`,
    tokensPerMinute: (typed: string) => `Tokens a minute: “${typed}” is not a whole number above 0.`,
    parallelRequests: (typed: string) => `Requests at a time: “${typed}” is not a whole number above 0.`,
    maxOutput: (typed: string) => `The longest output: “${typed}” is not a whole number above 0.`,
    rotateDays: (typed: string) => `Days until a new secret: “${typed}” is not a whole number above 0.`,
  },
  noDay: 'Choose at least one day, or turn working hours off.',
  noDate: 'Enter the last day as a date.',
};
