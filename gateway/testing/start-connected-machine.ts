import { join } from 'node:path';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { openVaultStore } from '../secrets/vault-store.ts';
import { startTestGateway } from './start-test-gateway.ts';
import type { TestGateway } from './start-test-gateway.ts';
import { startTestMachine } from './start-test-machine.ts';
import type { TestMachine } from './start-test-machine.ts';

/** A machine whose tools can be connected: a home folder of its own, and a gateway with a key for each vendor. */
export interface ConnectedMachine extends TestMachine {
  readonly host: TestGateway;
  readonly client: GatewayClient;
  /** Stops the gateway and removes the home folder. */
  stop(): Promise<void>;
}

interface MachineOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: NodeJS.Platform;
  /** A provider for Gemini, beside those for OpenAI and Anthropic. */
  readonly gemini?: boolean;
  /** Secrets that outlive a restart, in a vault in the home folder. */
  readonly vault?: boolean;
}

/** Starts one. Stop it in `afterEach`. */
export async function startConnectedMachine({
  env,
  platform,
  gemini = false,
  vault = false,
}: MachineOptions = {}): Promise<ConnectedMachine> {
  const machine = await startTestMachine(env, platform);
  const file = join(machine.home, 'purser.vault');
  const host = await startTestGateway({
    machine: machine.machine,
    ...(vault && { secrets: await openVaultStore({ file, passphrase: 'a long passphrase of a test' }) }),
  });
  const client = host.client.gateway;
  if (gemini) await client.providers.add({ kind: 'gemini', key: 'a-provider-key', unchecked: true });
  return {
    ...machine,
    host,
    client,
    async stop() {
      await host.stop();
      await machine.remove();
    },
  };
}
