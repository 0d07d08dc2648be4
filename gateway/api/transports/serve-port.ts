import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { ContractRouter } from '../implement-contract.ts';

export type { SupportedMessagePort };

/** Serves the contract over message ports (desktop). The host must already have checked who is at the other end. */
export function createPortServer(router: ContractRouter): (port: SupportedMessagePort) => void {
  const handler = new RPCHandler(router);
  return (port) => handler.upgrade(port);
}
