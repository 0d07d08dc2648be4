/** Names of variables of the environment, and where they were found. A `*` stands for any letters. */
export interface VariableNames {
  readonly names: readonly string[];
  /** The document that says so, and the month in which somebody looked. */
  readonly source: string;
}

/** One kind of provider, as a person, a form, the command line and the doctor have to know it. */
export interface ProviderRecord {
  readonly title: string;
  /** As that provider's own SDK takes it; undefined where each customer has an address of their own. */
  readonly defaultBaseUrl: string | undefined;
  /** An address to show in an empty field, where there is no default. */
  readonly baseUrlExample?: string;
  /** The address in a region, where each has its own: `REGION` stands for it. */
  readonly regionUrl?: string;
  /** The same for places whose address is built differently. */
  readonly regionUrls?: Readonly<Record<string, string>>;
  /** It may want no key. */
  readonly keyless?: true;
  /** Where no key is given, a login that this machine has is used: {@link MACHINE_LOGIN}. */
  readonly machineLogin?: true;
  /** The page where a person makes a key, or the console that leads there; left out for servers of the person's own. */
  readonly keysAt?: string;
  /** The document that names `keysAt`, and the month in which somebody looked. */
  readonly keysSource?: string;
  /** The beginnings of its keys, the usual one first; left out where they begin in no fixed way. */
  readonly keyPrefixes?: readonly string[];
  /** Letters behind the prefix, as in a regular expression's class; left out: letters and digits. */
  readonly keyLetters?: string;
  /** Keys that look the same open services without models, so a program may need them. */
  readonly keysAlsoElsewhere?: true;
  /** The look of a key that has no prefix, in English. */
  readonly keyForm?: string;
  /** A hint for a person who adds it, in English. */
  readonly hint?: string;
  /** Variables that carry its key, its address, or the choice of it, in tools and SDKs. */
  readonly variables: VariableNames;
}

/** `env` of each provider in models.dev's list, which OpenCode, Kilo, Cline and Kimi Code carry and read. */
export const MODELS_DEV = 'models.dev, as compiled into opencode 1.18.33; 2026-11';

/** The letters of base64url, as in a regular expression's class. */
export const BASE64URL = 'A-Za-z0-9_-';

/** In the secret store in the place of a key: the provider uses whatever login this machine has, and no other. */
export const MACHINE_LOGIN = 'machine-login';
