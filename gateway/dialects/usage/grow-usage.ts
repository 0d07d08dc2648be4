import { nanodollarsOf } from '../../../shared/money.ts';
import type { TokenUsage, UsageParts } from '../../domain/usage.ts';

/**
 * The usage of a stream by all of its reports: each covers the whole so far, so a figure that falls is wrong. A figure
 * that a later report leaves out stays.
 */
export function growUsage(before: TokenUsage | undefined, now: TokenUsage): TokenUsage {
  if (before === undefined) return now;
  const most = (name: 'input' | 'cacheRead' | 'cacheWrite' | 'cacheWriteHour' | 'output'): number =>
    Math.max(before[name], now[name]);
  const input = most('input');
  const parts = growParts(before.parts, now.parts);
  const reasons = [now.suspect, before.suspect].filter((one) => one !== undefined);
  const suspect = reasons.find((one) => one !== 'zero-input' || input === 0);
  const { suspect: _then, ...earlier } = before;
  const { suspect: _now, ...later } = now;
  const costs = [before.reportedCost, now.reportedCost].filter((cost) => cost !== undefined);
  return {
    ...earlier,
    ...later,
    input,
    cacheRead: most('cacheRead'),
    cacheWrite: most('cacheWrite'),
    cacheWriteHour: most('cacheWriteHour'),
    output: most('output'),
    ...(parts && { parts }),
    ...(costs.length > 0 && { reportedCost: nanodollarsOf(Math.max(...costs)) }),
    ...(suspect !== undefined && { suspect }),
  };
}

/** The input that a stream has reported so far; a 0 is no report, because every request has tokens. */
export function believedInput(usage: TokenUsage | undefined): TokenUsage | undefined {
  return usage?.suspect === 'zero-input' ? undefined : usage;
}

function growParts(before: UsageParts | undefined, now: UsageParts | undefined): UsageParts | undefined {
  if (before === undefined || now === undefined) return now ?? before;
  const parts: Record<string, number> = { ...before };
  for (const [name, count] of Object.entries(now)) parts[name] = Math.max(parts[name] ?? 0, count);
  return parts;
}
