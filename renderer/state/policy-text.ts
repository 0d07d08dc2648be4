import type { Policy, Weekday } from '../../shared/policy.ts';
import { WEEKDAYS } from '../../shared/policy.ts';
import { moneyText } from './money-text.ts';
import { tokenText } from './format.ts';
import { count } from '../strings/en/count.ts';

/** More names than this make a line that nobody reads. */
const MOST_NAMES = 3;

/** What a policy allows, in words: `only claude-*, 60 requests a minute`. Caps and expiry are shown for themselves. Empty when it allows all. */
export function policyText(policy: Policy): string {
  const { models, providers, endpoints, environment, folder, workingHours, rotateDays, brake } = policy;
  const { onCap, requestsPerMinute, tokensPerMinute, parallelRequests, maxCost, maxOutput } = policy;
  const parts = [
    models?.allow && `only ${names(models.allow)}`,
    models?.deny && models.deny.length > 0 && `never ${names(models.deny)}`,
    providers && `only at ${names(providers)}`,
    endpoints && `only ${names(endpoints)}`,
    environment !== undefined && `for ${environment}`,
    folder !== undefined && `only in ${folder}`,
    requestsPerMinute !== undefined && `${count(requestsPerMinute, 'request')} a minute`,
    tokensPerMinute !== undefined && `${tokenText(tokensPerMinute)} tokens a minute`,
    parallelRequests !== undefined && `${parallelRequests} at a time`,
    maxCost !== undefined && `at most ${moneyText(maxCost)} a request`,
    maxOutput !== undefined && `at most ${tokenText(maxOutput)} output tokens`,
    workingHours && `${daysText(workingHours.days)} from ${workingHours.from} to ${workingHours.to}`,
    onCap === 'ask' && 'asks you when no cap has room',
    brake && brakeText(brake),
    rotateDays !== undefined && `a new secret every ${rotateDays === 1 ? 'day' : `${rotateDays} days`}`,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
}

function names(list: readonly string[]): string {
  if (list.length === 0) return 'none';
  if (list.length <= MOST_NAMES) return list.join(' or ');
  return `${list.slice(0, MOST_NAMES - 1).join(', ')} and ${list.length - MOST_NAMES + 1} more`;
}

/** Only what differs from a warning, which is what happens when nothing is said. */
function brakeText({ velocity, loop }: NonNullable<Policy['brake']>): string {
  const pauses = [velocity === 'pause' && 'races', loop === 'pause' && 'repeats itself'].filter((part) => part !== false);
  if (pauses.length > 0) return `paused when it ${pauses.join(' or ')}`;
  return velocity === 'off' && loop === 'off' ? 'no brake' : '';
}

/** `Mon to Fri` for days in a row, else `Mon, Wed`. */
function daysText(days: readonly Weekday[]): string {
  const inOrder = WEEKDAYS.filter((day) => days.includes(day));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) return 'never';
  const isRow = WEEKDAYS.indexOf(last) - WEEKDAYS.indexOf(first) === inOrder.length - 1;
  return isRow && inOrder.length > 2 ? `${capital(first)} to ${capital(last)}` : inOrder.map(capital).join(', ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
