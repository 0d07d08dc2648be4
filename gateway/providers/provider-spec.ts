import type { ProviderRecord } from '../../shared/providers/provider-record.ts';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import type { DialectId, Endpoint, JsonObject } from '../dialects/dialect.ts';
import type { LiveProtocol } from '../dialects/live/live-protocol.ts';
import type { TokenUsage } from '../domain/usage.ts';
import type { ModelLimits } from '../domain/model/model-limits.ts';
import type { ListedPrice, PriceSource } from '../domain/price/price.ts';
import type { ThinkingLimit } from './published/thinking-limits.ts';

/** A question that costs nothing, and that only a valid key gets an answer to. */
export interface FreeQuestion {
  /** Below the base URL, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Does a provider stop, and stop billing, when the client leaves its stream? True of its own hosts only: what stands
 * between it and a client elsewhere may hear of nothing.
 */
export interface StopsWhenLeft {
  /** `free`: nothing is billed at all. `no`: a stream that is left is billed to its end. */
  readonly answer: 'yes' | 'no' | 'unknown' | 'free';
  readonly source: string;
  /** The month in which the source said so: `2026-09`. */
  readonly date: string;
}

/** The request by which a provider tells afterwards what a stream cost that was left. */
export interface AskAfterwards {
  /** Below the base URL, for the id that the stream had. */
  readonly path: (id: string) => string;
  /** @returns undefined while it does not say */
  readonly read: (reply: JsonObject) => TokenUsage | undefined;
}

/** The credential of a cloud, whose name and form decide how requests are authorized. */
export interface CloudKey {
  readonly cloud: 'aws' | 'google';
  /** True for a key that goes into {@link ProviderSpec.keyHeader} as it is. */
  readonly isPlain: (key: string) => boolean;
}

/** Everything that differs between two kinds of provider, as data: its record, and facts for the gateway alone. */
export interface ProviderSpec extends ProviderRecord {
  readonly kind: ProviderKind;
  /** Names of hosts that are the provider's own, regional ones included; left out: the default base URL's alone. */
  readonly ownHosts?: RegExp;
  /** The place of a dialect, relative to the base URL; left out: at the base URL itself. */
  readonly dialectHomes?: Partial<Readonly<Record<DialectId, string>>>;
  /** Where ways of their own begin, and where all other paths do, for a base URL; left out: at the base URL itself. */
  readonly places?: (baseUrl: string) => { readonly root: string; readonly base: string };
  readonly prices: PriceSource;
  /** The published maxima of a model; undefined for one that is not known. */
  readonly limitsOf?: (model: string) => ModelLimits | undefined;
  readonly stopsWhenLeft: StopsWhenLeft;
  /** Left out where it tells nothing afterwards. */
  readonly askAfterwards?: AskAfterwards;
  /** No single stream of this model is faster, reasoning included; Infinity where nobody knows. */
  readonly mostTokensPerSecond: (model: string) => number;
  /** The end of an SDK's base URL, on the provider's side and on ours: `/v1` or nothing. */
  readonly sdkSuffix: '/v1' | '';
  /** Versions that a path may name where the base URL holds none; the first is meant when it names none. */
  readonly versions: readonly string[];
  readonly endpoints: readonly Endpoint[];
  /** Says in a sentence why a path of this provider is not passed on, and what to do instead. Left out: a general one. */
  readonly whyNotServed?: (path: string) => string | undefined;
  /** It has the WebSocket form of Responses. */
  readonly websocket?: true;
  /** Its protocols in which a model hears and speaks over one WebSocket. */
  readonly live?: readonly LiveProtocol[];
  /** A key of another form than {@link keyHeader} takes signs each request, or is exchanged for a token. */
  readonly cloud?: CloudKey;
  /** Where a request goes, if that is not its base URL: another host of the same provider. */
  readonly homeOf?: (baseUrl: string, path: string, params: Readonly<Record<string, string>>) => string;
  /** The header that carries the real key, for a protocol. Never a URL: those end up in logs. */
  readonly keyHeader: (key: string, dialect?: DialectId) => readonly [name: string, value: string];
  /** The question that shows whether it accepts a key; left out: its list of models, as OpenAI has it. */
  readonly freeQuestion?: FreeQuestion | 'none';
  /** The field for a limit on the output, where a chat request has none; left out: `max_completion_tokens`. */
  readonly limitField?: 'max_tokens';
  /** Its `max_tokens` limits the answer alone, and thoughts come on top; left out where it limits both. */
  readonly limitOmitsThinking?: ThinkingLimit;
  /** It says what a stream used without being asked, and refuses to be asked. */
  readonly reportsUnasked?: boolean;
  /** Fields that keep a request to the price it is held for, where the provider may serve it at several. */
  readonly priceFields?: (body: JsonObject, price: ListedPrice) => JsonObject;
}
