import type { PublishedPrice } from './price-library.ts';
import type { PriceRecords } from './price-record.ts';

/**
 * Where a price is from: the person, who may have taken the dearest of the provider, the provider's own record here,
 * the first publication or the second; or nothing is to be paid.
 */
export type PriceOrigin = 'own' | 'assumed' | 'free' | 'record' | 'library' | 'models-dev';

/** Where the prices of a provider come from. */
export interface PriceSource {
  /** The provider's id in `@pydantic/genai-prices`; undefined where only the person's own prices count. */
  readonly id: string | undefined;
  /** Its models run on this machine and cost nothing. */
  readonly free?: boolean;
  /** Models that cost money all the same, because they run elsewhere. */
  readonly paid?: (model: string, host: string | undefined) => boolean;
  /** No reply says how much of the input came from a cache, which costs less: what is computed is the most. */
  readonly hidesCache?: true;
  /** Its replies report its true charge. Such a figure is ignored from every other provider. */
  readonly reportsCost?: boolean;
  /** Audio without a rate of its own has no price: it costs many times what text does. */
  readonly audioApart?: boolean;
  /** Rates of units billed on top of tokens, in USD, where the library has none. */
  readonly extraRates?: Readonly<Record<string, number>>;
  /** The same by model, where they are not one for all. */
  readonly extraRatesOf?: (model: string) => Readonly<Record<string, number>>;
  /** Its id at models.dev, the second publication, which counts only for models that the first one does not know. */
  readonly secondId?: string;
  /** The second publication as it came with this version, for models that nothing else knows. */
  readonly catalogue?: Catalogue;
  /** One of several hosts serves a request, each at a price of its own: a cost worked out here is not exact. */
  readonly variesByHost?: boolean;
  /** What the second publication lists at 0 is free there, and not unknown. */
  readonly freeAsListed?: boolean;
  /** Prices of single models that the library does not know, knows in part, or has wrong. */
  readonly modelRates?: PriceRecords;
  /** A snapshot may have another price than its model: the date belongs to the name. */
  readonly datedApart?: true;
  /** Another spelling that it takes for the same model. */
  readonly alsoNamed?: (model: string) => string | undefined;
  /** Names of models that cost nothing there. For every other model, a price that is left out is unknown. */
  readonly freeModels?: RegExp;
  /** The price of cached input, in percent of plain input, where neither the library nor a rate above has it. */
  readonly cacheReadPercent?: number;
  /** The price of writing to a cache for an hour, in percent of plain input, where nothing else has it. */
  readonly cacheHourPercent?: number;
  /** The instant whose published price applies at another one: for days that the library does not know. */
  readonly pricedAs?: (at: number) => number;
  /** The hour in which a request ends decides its price, not the one in which it began. */
  readonly pricedAtEnd?: boolean;
  /** Shorter audio is billed as if it were this long, in seconds. */
  readonly leastAudioSeconds?: number;
  /** The price of tokens at another host, such as one that keeps them in a region, in percent of the ordinary price. */
  readonly hostPercent?: (host: string, model: string) => number;
  /**
   * It is the most that the host may charge: no source says which price applies there. A person may know that it is the
   * ordinary one.
   */
  readonly hostPercentIsMost?: true;
  /** A tier that is never served as the ordinary one. */
  readonly sureTier?: string;
  /**
   * Its requests name deployments, which people call as they like: the model that a reply names decides the price, and
   * until one has come an unknown name counts as the dearest model there.
   */
  readonly namesDeployments?: {
    /** The largest window of its models, in tokens. */
    readonly window: number;
  };
  /** Models that it has no more, as far as they would be the dearest there. */
  readonly retired?: RegExp;
  /** Price of a service tier, in percent of the ordinary one. @returns undefined for a tier that is not known */
  readonly tierPercent?: (tier: string, model: string) => number | undefined;
  /** A tier that is never served as the ordinary one: what is asked for in it is held at its own price. */
  readonly firmTier?: string;
}

/** Prices by the names of models. */
export interface Catalogue {
  readonly names: () => readonly string[];
  readonly find: (model: string) => PublishedPrice | undefined;
}
