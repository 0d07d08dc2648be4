import type { Whose } from '../../../../../shared/refusals/refusal-facts.ts';

/** Who has a policy, at the beginning of a sentence: ends so that words can follow at once. */
export function subject({ kind, name }: Whose): string {
  if (kind === 'everything') return '所有智能体合计';
  return kind === 'key' ? `${name} 的这个子密钥` : `${name} `;
}
