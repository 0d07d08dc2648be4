import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { GatewayAction, TrayAction } from './tray-model.ts';

/** What a tray click can reach. */
export interface ActionTargets {
  readonly openDashboard: () => void;
  readonly restartGateway: () => void;
  readonly quit: () => void;
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
    default:
      await askGateway(action, targets.gateway());
  }
}

function askGateway(action: GatewayAction, gateway: GatewayClient | undefined): Promise<unknown> {
  if (!gateway) throw new Error('The gateway is not running. Start it again from the menu, then try once more.');
  switch (action.kind) {
    case 'pause-agent':
      return gateway.agents.pause({ id: action.id });
    case 'resume-agent':
      return gateway.agents.resume({ id: action.id });
    case 'pause-everything':
      return gateway.everything.pause();
    case 'resume-everything':
      return gateway.everything.resume();
  }
}
