import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { CallToolResult } from '@modelcontextprotocol/server';
import type { CostBasis, Outcome } from '../../../shared/contract/views.ts';
import { ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { Reservation } from '../../accounts/spend/reservation.ts';
import { qualifiedName } from '../../domain/mcp/tool-facts.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { isUnsent, UnreachableServer } from '../upstream/unsent.ts';
import type { McpDeps } from './mcp-deps.ts';
import { errorOfFault, errorOfRefusal } from './refuse-call.ts';
import type { ToolCall } from './tool-call.ts';
import type { TrackedCall } from './track-call.ts';

/** A longer result is no answer to a question: it would fill the memory, and the context of the agent. In bytes. */
const MOST_RESULT = 4 * 2 ** 20;

/**
 * Calls the server, and settles: whoever stops the call, or whatever fails, its price is booked as soon as it was sent,
 * because the tool may have done its work by then.
 */
export async function forwardCall(
  deps: Pick<McpDeps, 'hub' | 'append' | 'clock' | 'log'>,
  call: ToolCall,
  reservation: Reservation,
  tracked: TrackedCall,
): Promise<CallToolResult> {
  const { record, tool } = call;
  const price = reservation.record.reserved;
  const end = async (cost: Nanodollars, outcome: Outcome, result?: CallToolResult): Promise<void> => {
    await settleCall(reservation, { cost, basis: cost === ZERO && price > ZERO ? 'unused' : 'request', outcome });
    await deps
      .append(entryOf(call, reservation, { at: deps.clock.now(), outcome, result }))
      .catch(() => deps.log.log('error', 'mcp-call-not-audited', { server: record.name }));
  };
  try {
    if (tracked.stopped.aborted) throw new UnreachableServer('It was stopped before it was sent.');
    tracked.sent();
    const result = await deps.hub.call(record, {
      tool,
      arguments: call.arguments,
      signal: tracked.stopped,
      onProgress: call.onProgress,
    });
    // No byte of a reply before what it costs is on the disk.
    await reservation.durable;
    await end(price, result.isError === true ? 'provider-error' : 'served', result);
    return checkSize(result, qualifiedName(record.name, tool));
  } catch (error) {
    tracked.left();
    const cut = tracked.cutBy();
    const outcome = cut ? 'cut' : call.signal.aborted ? 'client-gone' : 'provider-error';
    await end(isUnsent(error, record) ? ZERO : price, outcome);
    if (cut) throw errorOfRefusal({ kind: 'not-allowed', code: cut.code, message: cut.message });
    throw errorOfFault(error, record.name);
  }
}

/** What is on record of every call: its name, its sizes and its end, and nothing of what was said. */
function entryOf(
  { key, record, tool, arguments: given }: ToolCall,
  { record: { id } }: Reservation,
  end: { readonly at: number; readonly outcome: Outcome; readonly result: CallToolResult | undefined },
): AuditEntry {
  const detail = {
    server: record.name,
    tool,
    argumentBytes: Buffer.byteLength(JSON.stringify(given)),
    ...(end.result && { resultBytes: Buffer.byteLength(JSON.stringify(end.result)) }),
    outcome: end.outcome,
  };
  return { at: end.at, kind: 'mcp-call', agentId: key.agentId, subKeyId: key.id, requestId: id, detail };
}

/** The end of a call. */
interface CallEnd {
  readonly cost: Nanodollars;
  readonly basis: CostBasis;
  readonly outcome: Outcome;
}

/** Settles a call, whose cost is always known. */
export function settleCall(reservation: Reservation, { cost, basis, outcome }: CallEnd): Promise<void> {
  return reservation.settle({ usage: NO_USAGE, cost, certainty: 'exact', basis, outcome, status: null });
}

function checkSize(result: CallToolResult, name: string): CallToolResult {
  const bytes = Buffer.byteLength(JSON.stringify(result));
  if (bytes <= MOST_RESULT) return result;
  const said = `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  throw new ProtocolError(
    ProtocolErrorCode.InternalError,
    `${name} answered with ${said}; Purser passes on at most ${MOST_RESULT / 2 ** 20} MiB. Ask it for less.`,
  );
}
