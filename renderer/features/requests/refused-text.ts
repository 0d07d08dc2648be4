import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import { say } from '../../strings/say.ts';

/** The rule that refused a request in a word or two; one that is not known keeps its own name. */
export function ruleName(rule: string): string {
  const names: Readonly<Record<string, string>> = say.requests.rules;
  return names[rule] ?? rule.replaceAll('-', ' ');
}

/** `Refused: cap`, `Refused: cap ×12`. */
export function refusedText({ rule, count }: Pick<RefusalView, 'rule' | 'count'>): string {
  return count === 1 ? say.requests.refusedBy(ruleName(rule)) : say.requests.refusedTimes(ruleName(rule), count);
}
