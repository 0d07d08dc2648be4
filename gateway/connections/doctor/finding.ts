import type { Finding } from '../../../shared/contract/connection-views.ts';

/** Makes a finding; what is left out is not known or not possible. */
export function finding(of: Pick<Finding, 'id' | 'severity' | 'text'> & Partial<Finding>): Finding {
  return { tool: null, file: null, line: null, byHand: null, acts: [], ...of };
}

/** True for a finding that the doctor can fix by itself. */
export function canPutRight({ acts }: Pick<Finding, 'acts'>): boolean {
  return acts.some(({ kind }) => kind === 'put-right' || kind === 'move-key' || kind === 'keep-proxies-off');
}
