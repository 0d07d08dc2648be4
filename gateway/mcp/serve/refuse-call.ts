import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { PurserError } from '../../../shared/errors.ts';
import type { Refusal } from '../../proxy/refuse/refusal.ts';

/**
 * The code of an answer to what Purser refuses. Of the range that JSON-RPC leaves to servers, outside of what the
 * protocol uses itself. Source: https://www.jsonrpc.org/specification#error_object (2026-11-30)
 */
const REFUSED = -32_010;

/** A refusal as an error of the protocol: every client shows the sentence, and `data.code` names the rule. */
export function errorOfRefusal({ code, message, retryAfterS }: Refusal): ProtocolError {
  return new ProtocolError(REFUSED, message, { code, ...(retryAfterS !== undefined && { retryAfterS }) });
}

/** What is asked for in a way that nobody can answer: a tool that there is not, an argument of another form. */
export function errorOfInput(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}

/** A fault of the server behind, or of Purser itself. */
export function errorOfFault(error: unknown, server: string): ProtocolError {
  // A server's own answer passes on as it is.
  if (ProtocolError.isInstance(error)) return error;
  if (error instanceof PurserError) return new ProtocolError(ProtocolErrorCode.InternalError, error.message);
  const why = error instanceof Error ? error.message : 'no reason given';
  return new ProtocolError(
    ProtocolErrorCode.InternalError,
    `The MCP server ${server} failed while it was called: ${why}`,
  );
}
