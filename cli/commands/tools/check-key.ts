import { finding } from '../../../gateway/connections/doctor/finding.ts';
import type { Finding } from '../../../shared/contract/connection-views.ts';
import type { ProviderView } from '../../../shared/contract/views.ts';

/** Looks whether the secret manager that keeps a key still gives it. */
export function checkKey({ name, keyFrom }: Pick<ProviderView, 'name' | 'keyFrom'>): readonly Finding[] {
  if (!keyFrom?.failure) return [];
  const isOver = keyFrom.state === 'failed';
  const effect = isOver ? 'Its requests are refused.' : 'The key that was read before is still used.';
  return [
    finding({
      id: `key-from:${name}`,
      severity: isOver ? 'error' : 'warning',
      text: `The key of ${name} could not be read from ${keyFrom.reference}: ${keyFrom.failure} ${effect}`,
      byHand: `When that is put right: purser provider refresh ${name}`,
    }),
  ];
}
