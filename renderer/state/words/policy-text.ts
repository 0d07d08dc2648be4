import { tellDays } from '../../../shared/day-row.ts';
import type { Policy, Weekday } from '../../../shared/policy.ts';
import { say } from '../../strings/say.ts';
import { tokenText } from '../time-and-money/format.ts';
import { moneyText } from '../time-and-money/money-text.ts';
import { numberText } from '../time-and-money/number-text.ts';

/** More names than this make a line that nobody reads. */
const MOST_NAMES = 3;

/**
 * What a policy allows, in words: `only claude-*, 60 requests a minute`. Caps and expiry are shown for themselves.
 * Empty when it allows all.
 */
export function policyText(policy: Policy): string {
  const { rules } = say;
  const { models, providers, endpoints, environment, folder, workingHours, rotateDays, brake } = policy;
  const { onCap, requestsPerMinute, tokensPerMinute, parallelRequests, maxCost, maxOutput } = policy;
  const parts = [
    models?.allow && rules.only(names(models.allow)),
    models?.deny && models.deny.length > 0 && rules.never(names(models.deny)),
    providers && rules.onlyAt(names(providers)),
    endpoints && rules.only(names(endpoints)),
    environment !== undefined && rules.forEnvironment(environment),
    folder !== undefined && rules.onlyIn(folder),
    requestsPerMinute !== undefined && rules.requestsPerMinute(requestsPerMinute),
    tokensPerMinute !== undefined && rules.tokensPerMinute(tokenText(tokensPerMinute)),
    parallelRequests !== undefined && rules.atATime(numberText(parallelRequests)),
    maxCost !== undefined && rules.maxCost(moneyText(maxCost)),
    maxOutput !== undefined && rules.maxOutput(tokenText(maxOutput)),
    workingHours && rules.hours(daysText(workingHours.days), workingHours.from, workingHours.to),
    onCap === 'ask' && rules.asks,
    brake && brakeText(brake),
    rotateDays !== undefined && rules.newSecret(rotateDays),
  ];
  return rules.line(parts.filter((part): part is string => typeof part === 'string' && part !== ''));
}

function names(list: readonly string[]): string {
  if (list.length === 0) return say.rules.noNames;
  if (list.length <= MOST_NAMES) return say.rules.names(list);
  return say.rules.namesAndMore(list.slice(0, MOST_NAMES - 1), list.length - MOST_NAMES + 1);
}

/** Only what differs from a warning, which is what happens when nothing is said. */
function brakeText({ velocity, loop }: NonNullable<Policy['brake']>): string {
  if (velocity === 'pause' && loop === 'pause') return say.rules.pausedWhenEither;
  if (velocity === 'pause') return say.rules.pausedWhenRacing;
  if (loop === 'pause') return say.rules.pausedWhenRepeating;
  return velocity === 'off' && loop === 'off' ? say.rules.noBrake : '';
}

/** `Mon to Fri` for days in a row, else `Mon, Wed`. */
function daysText(days: readonly Weekday[]): string {
  const told = tellDays(days);
  if ('first' in told) return say.rules.dayRow(told.first, told.last);
  return told.days.length === 0 ? say.rules.noDay : say.rules.days(told.days);
}
