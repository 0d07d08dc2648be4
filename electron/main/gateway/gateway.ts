import { MessageChannelMain, utilityProcess } from 'electron';
import type { MessagePortMain } from 'electron';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import type { HostConfig, SecretsSetting } from '../../host-messages.ts';
import { tellTerminal } from '../../tell-terminal.ts';
import { linkToGateway } from './gateway-link.ts';
import type { GatewayLink } from './gateway-link.ts';
import { createGatewayProcess } from './gateway-process.ts';
import type { GatewayStatus } from './gateway-process.ts';

export interface DesktopGatewayOptions {
  /** The built entry of the gateway process. */
  readonly entry: string;
  readonly config: HostConfig;
  readonly onChange: (status: GatewayStatus, state: StateView | undefined) => void;
  /** The person asked for the window, from a terminal. */
  readonly onShowWindow: () => void;
}

export interface DesktopGateway {
  /** Starts, or starts again; `secrets` replaces the configured choice from now on. */
  readonly start: (secrets?: SecretsSetting) => void;
  readonly connect: (port: MessagePortMain) => void;
  readonly client: () => GatewayClient | undefined;
  readonly stop: (drainMs: number) => Promise<void>;
  /** Ends it as `stop` does, and starts it as it was started. */
  readonly restart: (drainMs: number) => Promise<void>;
  readonly status: () => GatewayStatus;
}

/** The gateway process together with main's own line to it. */
export function createDesktopGateway(options: DesktopGatewayOptions): DesktopGateway {
  let config = options.config;
  let link: GatewayLink | undefined;
  let state: StateView | undefined;

  const host = createGatewayProcess({
    fork: () => utilityProcess.fork(options.entry, [], { serviceName: 'Purser gateway', stdio: 'inherit' }),
    now: () => performance.now(),
    onShowWindow: options.onShowWindow,
    onStatus(status) {
      if (status.kind === 'ready') openLink();
      else if (status.kind !== 'stopping') closeLink();
      // A passphrase that did not open the vault is not tried again by itself.
      if (status.kind === 'down' && config.secrets.kind === 'vault')
        config = { ...config, secrets: withoutPassphrase(config.secrets) };
      options.onChange(status, state);
    },
  });

  function openLink(): void {
    closeLink();
    const { port1, port2 } = new MessageChannelMain();
    host.connect(port2);
    link = linkToGateway(port1, tell, (reason) => {
      if (host.status().kind !== 'ready') return;
      tellTerminal('Lost the connection to the gateway; opening a new one.', reason);
      setTimeout(() => {
        if (host.status().kind === 'ready') openLink();
      }, 1_000);
    });
  }

  function closeLink(): void {
    link?.close();
    link = undefined;
    state = undefined;
  }

  function tell(next: StateView): void {
    state = next;
    options.onChange(host.status(), state);
  }

  return {
    start(secrets) {
      if (secrets) config = { ...config, secrets };
      host.start(config);
    },
    connect: (port) => host.connect(port),
    client: () => link?.client,
    stop: (drainMs) => host.stop(drainMs),
    async restart(drainMs) {
      await host.stop(drainMs);
      host.start(config);
    },
    status: host.status,
  };
}

function withoutPassphrase({
  passphrase: _typed,
  ...secrets
}: Extract<SecretsSetting, { kind: 'vault' }>): SecretsSetting {
  return secrets;
}
