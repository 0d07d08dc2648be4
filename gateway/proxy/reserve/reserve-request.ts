import type { Ask, JsonObject, StreamMeter } from '../../dialects/dialect.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { ProviderSpec } from '../../providers/provider-spec.ts';

/** A request that asks for money. */
export interface ReserveRequest {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  readonly spec: ProviderSpec;
  readonly ask: Ask;
  /** The body as it came. */
  readonly body: JsonObject;
  /** The endpoint, as the provider names it. */
  readonly endpoint: string;
  /** The conversation it belongs to, as the tool names it. */
  readonly session: string | null;
  /** The repository that its tool works in, where it is known. */
  readonly project?: string | null;
  /** True if a header asks for the model's million-token window. */
  readonly largeContext: boolean;
  /** Counts the input properly; left out when that is impossible. @returns undefined when it could not */
  readonly countInput?: (() => Promise<number | undefined>) | undefined;
  /** Counts the input after the end, if that was not done before. */
  readonly countLater?: (() => Promise<number | undefined>) | undefined;
  /**
   * Makes a meter that has seen nothing yet, for what it knows of a form of the request; left out by requests that
   * never stream.
   */
  readonly meter?: ((ask: Ask) => StreamMeter | undefined) | undefined;
  /** Keeps the client waiting while a person is asked. @returns a function that ends that */
  readonly keepPatient: () => () => void;
  /** Aborted when nobody waits for this request any more. */
  readonly stopped: AbortSignal;
}
