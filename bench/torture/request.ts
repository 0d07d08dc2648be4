import type { Script } from '../../gateway/simulation/script.ts';

/** One sub-key of the torture, and what its role lets the judge conclude. */
export interface KeyPlan {
  readonly name: string;
  readonly agent: string;
  /** Every key has a `total` cap: what a gateway rebuilds for it from the ledger is the ledger's sum. */
  readonly caps: readonly string[];
  /**
   * `tight` runs into its cap; `rich` never does, so that a refusal is a fault; `leaver` is rich, and all its clients
   * leave early; `burst` is asked for far too much at once; `crash` has one request, sent just before the kill;
   * `revoked` is cut in the middle; `shared` runs into a cap that is not its own: of its agent's group, or of a model.
   */
  readonly role: 'tight' | 'rich' | 'leaver' | 'burst' | 'crash' | 'revoked' | 'shared';
}

/** A server that somebody has added, where requests are held whole, or a vendor's own host, where slices can be. */
export type Vendor = 'openai' | 'anthropic' | 'gemini' | `own-${'openai' | 'anthropic' | 'gemini' | 'qwen'}`;

/** When the client leaves: after so many bytes of the reply, or so many milliseconds after it asked. */
export type Abort = { readonly afterBytes: number } | { readonly afterMs: number };

/** One request, decided before it is sent: who, what, how the provider behaves, when the client leaves. */
export interface RequestPlan {
  /** Travels in the request itself, so that the provider's bill can be kept for each. */
  readonly marker: string;
  readonly key: KeyPlan;
  readonly dialect: 'openai' | 'anthropic' | 'responses' | 'gemini';
  readonly place: Vendor;
  readonly model: string;
  readonly stream: boolean;
  readonly choices: number;
  readonly promptBytes: number;
  /** Every byte of the prompt is a token, for every tokenizer. */
  readonly dense: boolean;
  readonly maxTokens: number;
  /** Asks for a cache, so that the provider may charge for writing it (Anthropic). */
  readonly cached: boolean;
  readonly script: Script;
  readonly abort: Abort | undefined;
}

/** Tokens of one byte: as many as a text of this length can have. */
export const DENSE = ['1', '+', '2', ',', '=', '3'] as const;
