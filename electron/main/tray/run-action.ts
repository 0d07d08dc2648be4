import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { stopText } from '../../../shared/not-yet-stored.ts';
import type { PageRoute } from '../../../shared/page-routes.ts';
import { revokedText } from '../../../shared/revoked-text.ts';
import type { GatewayAction, TrayAction } from './tray-items.ts';
import { words } from '../words/words.ts';

/** Everything that a tray click can reach. */
export interface ActionTargets {
  readonly openDashboard: (route?: PageRoute) => void;
  readonly restartGateway: () => void;
  /** Forgets that keys were to live elsewhere. */
  readonly useKeychain: () => Promise<void>;
  readonly quit: () => void;
  readonly startAtLogin: (on: boolean) => void;
  /** Asks the person whether the sub-keys of an agent, or all there are, should be revoked, which cannot be undone. */
  readonly confirmRevoke: (agent?: AgentId) => Promise<boolean>;
  /** Tells the person what was revoked. */
  readonly tellRevoked: (sentence: string) => void;
  /** Undefined while there is no gateway to ask. */
  readonly gateway: () => GatewayClient | undefined;
}

/** Does what was clicked. Rejects when the gateway refuses or is gone. */
export async function runAction(action: TrayAction, targets: ActionTargets): Promise<void> {
  switch (action.kind) {
    case 'open-dashboard':
      return targets.openDashboard(action.route);
    case 'restart-gateway':
      return targets.restartGateway();
    case 'use-keychain':
      return targets.useKeychain();
    case 'quit':
      return targets.quit();
    case 'start-at-login':
      return targets.startAtLogin(action.on);
    case 'revoke-everything':
      return revoke(targets);
    case 'revoke-agent':
      return revoke(targets, action.id);
    default:
      await askGateway(action, targets.gateway());
  }
}

async function revoke(targets: ActionTargets, agent?: AgentId): Promise<void> {
  if (!(await targets.confirmRevoke(agent))) return;
  const { agents, everything } = running(targets.gateway());
  const done = await (agent === undefined ? everything.revoke() : agents.revoke({ id: agent }));
  targets.tellRevoked(stopText(revokedText(done), done));
}

function askGateway(action: GatewayAction, gateway: GatewayClient | undefined): Promise<unknown> {
  const { agents, everything, approvals, caps } = running(gateway);
  switch (action.kind) {
    case 'pause-agent':
      return agents.pause({ id: action.id });
    case 'resume-agent':
      return agents.resume({ id: action.id });
    case 'pause-everything':
      return everything.pause();
    case 'resume-everything':
      return everything.resume();
    case 'answer-approval':
      return approvals.answer({ id: action.id, answer: action.answer, raiseBy: action.raiseBy });
    case 'raise-cap':
      return caps.raise({ scope: action.scope, window: action.window, rolling: action.rolling, extra: action.extra });
  }
}

function running(gateway: GatewayClient | undefined): GatewayClient {
  if (!gateway) throw new Error(words.notRunning);
  return gateway;
}
