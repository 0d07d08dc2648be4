import { ProtocolError } from '@modelcontextprotocol/client';
import type { McpServerRecord } from '../../ledger/records.ts';

/** A server that could not be reached: nothing was sent to it. */
export class UnreachableServer extends Error {}

/** With an error of our own about an API: the request was never made. */
export const UNSENT = { code: 'not-sent' } as const;

/** True where nothing can have been done, or billed. What a server of somebody else says of that is not believed. */
export function isUnsent(error: unknown, { way }: McpServerRecord): boolean {
  if (error instanceof UnreachableServer) return true;
  if (way.kind !== 'openapi' || !ProtocolError.isInstance(error)) return false;
  return Reflect.get(Object(error.data), 'code') === UNSENT.code;
}
