import type { Ask, JsonObject, StreamMeter } from '../../dialects/dialect.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { ProviderSpec } from '../../providers/provider-spec.ts';

/** A request that asks for money. */
export interface ReserveRequest {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  readonly spec: ProviderSpec;
  readonly ask: Ask;
  /** As it came. */
  readonly body: JsonObject;
  /** As the provider names it. */
  readonly endpoint: string;
  /** The conversation it belongs to, as the tool names it. */
  readonly session: string | null;
  /** A header opens the model's million-token window. */
  readonly largeContext: boolean;
  /** Counts the input properly; left out where that cannot be done. @returns undefined when it could not */
  readonly countInput?: (() => Promise<number | undefined>) | undefined;
  /** The same when it is over, for one that was not counted before. */
  readonly countLater?: (() => Promise<number | undefined>) | undefined;
  /** A meter that has seen nothing yet, for what it knows of a form of the request; left out by what never streams. */
  readonly meter?: ((ask: Ask) => StreamMeter | undefined) | undefined;
  /** Keeps the client patient while a person is asked. @returns what stops it */
  readonly keepPatient: () => () => void;
  /** Aborted when nobody waits for this request any more. */
  readonly stopped: AbortSignal;
}
