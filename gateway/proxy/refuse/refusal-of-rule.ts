import type { RuleRefusal } from '../../domain/policy/decide.ts';
import type { Refusal } from './refusal.ts';

/**
 * Gives a policy's refusal the shape that the dialects know: 429 when only time is in the way, else 403 (or the status
 * with which the tool shows the sentence).
 */
export function refusalOfRule({ rule, message, about, retryAfterS, opensInS }: RuleRefusal): Refusal {
  const told = { code: rule, message, ...(about && { about }) };
  if (retryAfterS === undefined)
    return { kind: 'not-allowed', ...told, ...(opensInS !== undefined && { retryAfterS: opensInS }) };
  return { kind: 'rate-limited', ...told, retryAfterS };
}
