import type { Finding } from '../../../shared/contract/connection-views.ts';

/** Makes a finding; what is left out is not known or not possible. */
export function finding(of: Pick<Finding, 'id' | 'severity' | 'text' | 'fix'> & Partial<Finding>): Finding {
  return { tool: null, file: null, line: null, canFix: false, ...of };
}
