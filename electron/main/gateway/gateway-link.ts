import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { MessagePortMain } from 'electron';
import type { GatewayClient, PurserClient } from '../../../shared/contract/contract.ts';
import type { StateView } from '../../../shared/contract/views.ts';

/** Main's own line to the gateway: the same contract a window speaks. */
export interface GatewayLink {
  readonly client: GatewayClient;
  readonly close: () => void;
}

/**
 * Speaks the contract over `port` and follows the gateway's state until closed.
 * @param onLost called when the line broke for a reason other than `close`.
 */
export function linkToGateway(
  port: MessagePortMain,
  onState: (state: StateView) => void,
  onLost: (reason: unknown) => void,
): GatewayLink {
  const purser: PurserClient = createORPCClient(new RPCLink({ port }));
  const following = new AbortController();
  port.start();
  follow(purser.gateway, following.signal, onState).catch((reason: unknown) => {
    if (!following.signal.aborted) onLost(reason);
  });
  return {
    client: purser.gateway,
    close() {
      following.abort();
      port.close();
    },
  };
}

async function follow(client: GatewayClient, signal: AbortSignal, onState: (state: StateView) => void): Promise<void> {
  for await (const event of await client.live(undefined, { signal })) {
    // Single requests are the dashboard's; a state event with the new totals follows each of them.
    if ('state' in event) onState(event.state);
  }
}
