import type { RuleRefusal } from '../../domain/policy/decide.ts';
import type { Refusal } from './refusal.ts';

/**
 * Gives a refusal by policy the shape the dialects know: 429 where only time is in the way, else 403 (or what the tool
 * shows the sentence with).
 */
export function refusalOfRule({ rule, message, retryAfterS, opensInS }: RuleRefusal): Refusal {
  if (retryAfterS === undefined)
    return { kind: 'not-allowed', code: rule, message, ...(opensInS !== undefined && { retryAfterS: opensInS }) };
  return { kind: 'rate-limited', code: rule, message, retryAfterS };
}
