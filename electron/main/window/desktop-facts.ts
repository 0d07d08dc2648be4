import type { HostStatus } from '../../../shared/settings/desktop.ts';
import type { GatewayStatus } from '../gateway/gateway-process.ts';

/** The gateway's process, in the words that the window understands. @param asking the passphrase is being asked for */
export function hostStatusOf(status: GatewayStatus, asking: boolean): HostStatus {
  if (asking) return { kind: 'waiting-for-passphrase' };
  if (status.kind !== 'down') return { kind: status.kind };
  const { code, reason } = status;
  if (code === 'VAULT_LOCKED' || code === 'VAULT_NEW') return { kind: 'down', reason, needs: 'passphrase' };
  return { kind: 'down', reason, needs: code === 'SECRETS_UNAVAILABLE' ? 'place-for-keys' : 'restart' };
}
