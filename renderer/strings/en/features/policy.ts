import type { Policy } from '../../../../shared/policy.ts';
import { WEEKDAY_NAMES } from '../weekdays.ts';

/** The form for caps and rules at every level. */
export const policy = {
  /** Things that a policy can be on, in the middle of a sentence. */
  onEverything: 'everything',
  onProvider: (provider: string) => `the provider ${provider}`,
  onKey: (hint: string, agent: string) => `the sub-key …${hint} of ${agent}`,

  title: (whose: string) => `Caps and rules of ${whose}`,
  changed: (whose: string) => `The caps and rules of ${whose} are changed.`,
  keyHint:
    'A request must fit every cap here, of its agent, of its provider and of everything. What was spent already ' +
    'counts.',
  levelHint:
    'These come on top of what each sub-key may do: everything that is set anywhere must allow a request. What was ' +
    'spent already counts.',
  save: 'Save',

  inherited: 'As set for what is above it',
  onCap: 'When a request does not fit',
  onCapChoices: { refuse: 'Refuse it', ask: 'Let it wait and ask me' } satisfies Record<
    NonNullable<Policy['onCap']>,
    string
  >,

  reach: 'Models and providers',
  allow: 'Only these models',
  allowAll: 'all models',
  allowHint: 'Commas between them; * stands for anything.',
  deny: 'Never these models',
  denyNone: 'none',
  denyHint: 'Wins over the other list.',
  providers: 'Only at these providers',
  endpoints: 'Only these endpoints',
  endpointsAll: 'all endpoints',
  endpointsHint: 'Such as chat/completions.',
  environment: 'Environment',
  environments: { dev: 'dev', staging: 'staging', prod: 'prod' } satisfies Record<
    NonNullable<Policy['environment']>,
    string
  >,
  anyEnvironment: 'Any',
  folder: 'Only from this folder',
  anyFolder: 'anywhere',
  folderHint: 'The whole path of a project, such as /home/me/shop.',

  limits: 'Rates and size',
  noLimit: 'no limit',
  requestsPerMinute: 'Requests a minute',
  tokensPerMinute: 'Tokens a minute',
  parallelRequests: 'Requests at a time',
  maxCost: 'Most for one request',
  maxOutput: 'Longest output in tokens',
  maxOutputHint: 'A larger limit of a request is lowered to it.',

  times: 'Expiry and working hours',
  lastDay: 'Last day',
  lastDayHint: 'Every request is refused afterwards.',
  rotateDays: 'A new secret every so many days',
  never: 'never',
  rotateDaysHint: 'Purser says when it is due.',
  hours: 'Only in working hours',
  workingDays: 'Working days',
  days: WEEKDAY_NAMES,
  from: 'From',
  to: 'To',
  toHint: (timeZone: string) => `In ${timeZone}. Before “from” means over midnight.`,

  brake: 'Brake',
  velocity: 'When it spends much faster than it used to',
  loop: 'When it repeats one request',
  brakeChoices: { off: 'Nothing', warn: 'Warn', pause: 'Pause the agent' },
  brakeHint: 'Where nothing is said anywhere, Purser warns.',

  notWhole: {
    requestsPerMinute: (typed: string) => `Requests a minute: “${typed}” is no whole number above 0.`,
    tokensPerMinute: (typed: string) => `Tokens a minute: “${typed}” is no whole number above 0.`,
    parallelRequests: (typed: string) => `Requests at a time: “${typed}” is no whole number above 0.`,
    maxOutput: (typed: string) => `The longest output: “${typed}” is no whole number above 0.`,
    rotateDays: (typed: string) => `The days until rotation: “${typed}” is no whole number above 0.`,
  },
  noDay: 'Choose at least one day, or take the working hours away.',
  noDate: 'The last day is no date.',
};
