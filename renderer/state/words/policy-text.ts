import type { CallLimit } from '../../../shared/cap.ts';
import { tellDays } from '../../../shared/day-row.ts';
import type { Policy } from '../../../shared/policy.ts';
import { say } from '../../strings/say.ts';
import { capText } from '../time-and-money/cap-text.ts';
import { timeOfDay, tokenText } from '../time-and-money/format.ts';
import { moneyText } from '../time-and-money/money-text.ts';
import { numberText } from '../time-and-money/number-text.ts';

/** More names than this make a line that nobody reads. */
const MOST_NAMES = 3;

/** A rule in words; false, undefined or empty where the policy does not have it. */
type Part = string | false | undefined;

/**
 * The rules of a policy in words: `only claude-*, 60 requests a minute`. Caps and expiry are shown for themselves.
 * Empty when it allows all.
 */
export function policyText(policy: Policy): string {
  const parts = [
    ...partParts(policy),
    ...reachParts(policy),
    ...mcpParts(policy),
    ...limitParts(policy),
    ...habitParts(policy),
  ];
  return say.rules.line(parts.filter((part): part is string => typeof part === 'string' && part !== ''));
}

/** Caps on a part of what it spends, and whose caps it shares. */
function partParts({ modelCaps = [], conversationCaps = [], group }: Policy): readonly Part[] {
  const { rules } = say;
  return [
    ...modelCaps.map(({ models, caps }) => rules.modelCap(models, rules.line(caps.map(capText)))),
    conversationCaps.length > 0 && rules.conversationCap(rules.line(conversationCaps.map(capText))),
    group !== undefined && rules.inGroup(group),
  ];
}

function reachParts({ models, hostedTools, providers, endpoints, environment, folder }: Policy): readonly Part[] {
  const { rules } = say;
  return [
    models?.allow && among(models.allow, rules.only, rules.noModel),
    models?.deny && models.deny.length > 0 && rules.never(names(models.deny)),
    hostedTools?.allow && among(hostedTools.allow, rules.onlyTools, rules.noTool),
    hostedTools?.deny && hostedTools.deny.length > 0 && rules.neverTools(names(hostedTools.deny)),
    providers && among(providers, rules.onlyAt, rules.noProvider),
    endpoints && among(endpoints, rules.only, rules.noEndpoint),
    environment && rules.forEnvironment(environment),
    folder && rules.onlyIn(folder),
  ];
}

function mcpParts({ mcp }: Policy): readonly Part[] {
  const { rules } = say;
  if (!mcp) return [];
  const { servers, tools, arguments: argumentRules = [], calls = [], onCall = [] } = mcp;
  const toolsOf = (lines: readonly { readonly tools: string }[]): string =>
    names([...new Set(lines.map((line) => line.tools))]);
  const asked = onCall.filter(({ act }) => act === 'ask');
  const unasked = onCall.filter(({ act }) => act === 'run');
  return [
    servers && among(servers, rules.onlyServers, rules.noServer),
    tools?.allow && among(tools.allow, rules.onlyMcpTools, rules.noMcpTool),
    tools?.deny && tools.deny.length > 0 && rules.neverMcpTools(names(tools.deny)),
    argumentRules.length > 0 && rules.checksArguments(toolsOf(argumentRules)),
    ...calls.map((one) => rules.toolCalls(one.tools, rules.line(one.calls.map(limitText)))),
    asked.length > 0 && rules.asksBefore(toolsOf(asked)),
    unasked.length > 0 && rules.runsUnasked(toolsOf(unasked)),
  ];
}

/** `100 a day` */
function limitText({ count, ...window }: CallLimit): string {
  return say.caps.cap(numberText(count), window);
}

function limitParts(policy: Policy): readonly Part[] {
  const { rules } = say;
  const { requestsPerMinute, tokensPerMinute, parallelRequests, maxCost, maxOutput } = policy;
  return [
    requestsPerMinute !== undefined && rules.requestsPerMinute(requestsPerMinute),
    tokensPerMinute !== undefined && rules.tokensPerMinute(tokenText(tokensPerMinute)),
    parallelRequests !== undefined && rules.atATime(numberText(parallelRequests)),
    maxCost !== undefined && rules.maxCost(moneyText(maxCost)),
    maxOutput !== undefined && rules.maxOutput(tokenText(maxOutput)),
  ];
}

/** Working hours, and what happens at a cap, at a brake and to an old secret. */
function habitParts({ workingHours, onCap, brake, rotateDays }: Policy): readonly Part[] {
  const { rules } = say;
  return [
    workingHours && hoursText(workingHours),
    onCap === 'ask' && rules.asks,
    brake && brakeText(brake),
    rotateDays !== undefined && rules.newSecret(rotateDays),
  ];
}

/** A list that allows nothing is a sentence of its own. */
function among(list: readonly string[], only: (names: string) => string, nothing: string): string {
  return list.length === 0 ? nothing : only(names(list));
}

function names(list: readonly string[]): string {
  if (list.length <= MOST_NAMES) return say.rules.names(list);
  return say.rules.namesAndMore(list.slice(0, MOST_NAMES - 1), list.length - MOST_NAMES + 1);
}

/** Only the brakes that differ from a warning, which is the default. */
function brakeText({ velocity, loop }: NonNullable<Policy['brake']>): string {
  if (velocity === 'pause' && loop === 'pause') return say.rules.pausedWhenEither;
  if (velocity === 'pause') return say.rules.pausedWhenRacing;
  if (loop === 'pause') return say.rules.pausedWhenRepeating;
  return velocity === 'off' && loop === 'off' ? say.rules.noBrake : '';
}

/** `Mon to Fri from 09:00 to 17:30`, on the person's clock; `Mon, Wed` for days that are not in a row. */
function hoursText({ days, from, to }: NonNullable<Policy['workingHours']>): string {
  const told = tellDays(days);
  const [begin, end] = [timeOfDay(from), timeOfDay(to)];
  if ('first' in told) return say.rules.hours(say.rules.dayRow(told.first, told.last), begin, end);
  return say.rules.hours(say.rules.days(told.days), begin, end);
}
