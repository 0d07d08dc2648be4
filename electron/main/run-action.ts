import type { GatewayClient } from '../../shared/contract/contract.ts';
import { revokedText } from '../../shared/revoked-text.ts';
import type { GatewayAction, TrayAction } from './tray-model.ts';

/** What a tray click can reach. */
export interface ActionTargets {
  readonly openDashboard: () => void;
  readonly restartGateway: () => void;
  readonly quit: () => void;
  /** Asks the person whether every sub-key shall be revoked, which cannot be undone. */
  readonly confirmRevoke: () => Promise<boolean>;
  /** Tells the person what was revoked. */
  readonly tellRevoked: (sentence: string) => void;
  /** Undefined while there is no gateway to ask. */
  readonly gateway: () => GatewayClient | undefined;
}

/** Does what was clicked. Rejects when the gateway refuses or is gone. */
export async function runAction(action: TrayAction, targets: ActionTargets): Promise<void> {
  switch (action.kind) {
    case 'open-dashboard':
      return targets.openDashboard();
    case 'restart-gateway':
      return targets.restartGateway();
    case 'quit':
      return targets.quit();
    case 'revoke-everything':
      return revokeEverything(targets);
    default:
      await askGateway(action, targets.gateway());
  }
}

async function revokeEverything(targets: ActionTargets): Promise<void> {
  if (!(await targets.confirmRevoke())) return;
  targets.tellRevoked(revokedText(await running(targets.gateway()).everything.revoke()));
}

function askGateway(action: GatewayAction, gateway: GatewayClient | undefined): Promise<unknown> {
  const { agents, everything } = running(gateway);
  switch (action.kind) {
    case 'pause-agent':
      return agents.pause({ id: action.id });
    case 'resume-agent':
      return agents.resume({ id: action.id });
    case 'pause-everything':
      return everything.pause();
    case 'resume-everything':
      return everything.resume();
  }
}

function running(gateway: GatewayClient | undefined): GatewayClient {
  if (!gateway) throw new Error('The gateway is not running. Start it again from the menu, then try once more.');
  return gateway;
}
