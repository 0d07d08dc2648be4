import type { ModelLimits } from './model-limits.ts';

/** Media that a model may read beside text. */
export type Medium = 'image' | 'pdf' | 'audio' | 'video';

/** The abilities of a model, for the config of a tool. An unknown ability is left out: it is not the same as no. */
export interface ModelAbilities extends ModelLimits {
  /** Empty: text alone. */
  readonly reads?: readonly Medium[];
  readonly thinks?: boolean;
  /** It finds out itself how much to think, and refuses a number of tokens for it. Anthropic's alone. */
  readonly thinksAdaptively?: boolean;
  readonly callsTools?: boolean;
}
