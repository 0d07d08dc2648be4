/** What a model does with a request. */
export interface Turn {
  readonly input: number;
  readonly cacheRead: number;
  /** For five minutes. */
  readonly cacheWrite: number;
  readonly cacheWriteHour: number;
  readonly output: number;
  /** Between two tokens. */
  readonly tokenMs: number;
}

/** A price list, in nano-dollars a token. */
export interface Tariff {
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly cacheWriteHour: number;
  readonly output: number;
}

export const USUAL_TURN: Turn = { input: 40, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 12, tokenMs: 0 };

/** What has to be paid for what was read. */
export function billOfInput(turn: Turn, tariff: Tariff): number {
  return (
    turn.input * tariff.input +
    turn.cacheRead * tariff.cacheRead +
    turn.cacheWrite * tariff.cacheWrite +
    turn.cacheWriteHour * tariff.cacheWriteHour
  );
}
