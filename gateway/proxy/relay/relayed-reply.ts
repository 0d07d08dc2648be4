import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { Ask, Dialect, Framing, Operation } from '../../dialects/dialect.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import type { HeldRequest } from '../reserve/held-request.ts';
import type { RollingHold } from '../reserve/rolling-hold.ts';
import type { TrackedRequest } from '../running/track-request.ts';
import type { KeyHider } from './hide-key.ts';

/** A provider's answer on its way to the client. */
export interface RelayedReply {
  readonly response: ServerResponse;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  /** Its bytes, in which the key is still to be hidden. */
  readonly body: Readable;
  readonly dialect: Dialect;
  readonly operation: Operation;
  readonly ask: Ask;
  readonly heldRequest: HeldRequest;
  readonly hold: RollingHold;
  /** Follows a response that goes on in the background until its cost is known. */
  readonly follow: (responseId: string) => void;
  /** Checks later whether an abandoned response was made all the same. */
  readonly askAgainLater: (responseId: string) => void;
  /** Asks for the cost of an abandoned stream; left out if its provider does not tell. */
  readonly afterwards: ((responseId: string) => Promise<TokenUsage | undefined>) | undefined;
  /** Removes the provider's key from the client's bytes. */
  readonly hider: KeyHider;
  /** The way in which its stream is cut into items. */
  readonly framing: Framing;
  /** Aborted when the client went away or the request was cut. */
  readonly stopped: AbortSignal;
  readonly endedBy: TrackedRequest['endedBy'];
  readonly begin: TrackedRequest['begin'];
}
