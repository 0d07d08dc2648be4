import type { Weekday } from '../../../shared/policy.ts';
import { count } from './count.ts';
import { WEEKDAY_NAMES } from './weekdays.ts';

/** The rules of a policy, each a part of one line. */
export const rules = {
  line: (parts: readonly string[]) => parts.join(', '),
  modelCap: (models: string, caps: string) => `${caps} for ${models}`,
  conversationCap: (caps: string) => `each conversation ${caps}`,
  inGroup: (group: string) => `in the group ${group}`,
  only: (names: string) => `only ${names}`,
  never: (names: string) => `never ${names}`,
  onlyTools: (names: string) => `of the provider's tools only ${names}`,
  neverTools: (names: string) => `never the provider's tools ${names}`,
  onlyAt: (names: string) => `only at ${names}`,
  forEnvironment: (environment: string) => `for ${environment}`,
  onlyIn: (folder: string) => `only in ${folder}`,
  requestsPerMinute: (requests: number) => `${count(requests, 'request')} a minute`,
  tokensPerMinute: (tokens: string) => `${tokens} tokens a minute`,
  atATime: (requests: string) => `${requests} at a time`,
  maxCost: (amount: string) => `at most ${amount} a request`,
  maxOutput: (tokens: string) => `at most ${tokens} output tokens`,
  hours: (days: string, from: string, to: string) => `${days} from ${from} to ${to}`,
  asks: 'asks you when a cap has no room',
  newSecret: (days: number) => (days === 1 ? 'a new secret every day' : `a new secret every ${count(days, 'day')}`),
  noModel: 'no model',
  noTool: "none of the provider's tools",
  noProvider: 'no provider',
  noEndpoint: 'no endpoint',
  names: (names: readonly string[]) => names.join(' or '),
  namesAndMore: (names: readonly string[], more: number) => `${names.join(', ')} and ${count(more, 'more', 'more')}`,
  pausedWhenRacing: 'paused when it spends too fast',
  pausedWhenRepeating: 'paused when it repeats itself',
  pausedWhenEither: 'paused when it spends too fast or repeats itself',
  noBrake: 'no brake',
  dayRow: (first: Weekday, last: Weekday) => `${WEEKDAY_NAMES[first]} to ${WEEKDAY_NAMES[last]}`,
  days: (days: readonly Weekday[]) => days.map((day) => WEEKDAY_NAMES[day]).join(', '),
};
