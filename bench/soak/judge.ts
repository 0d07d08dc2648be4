import { WARM_UP_ROUNDS } from './run.ts';
import type { Round, SoakFacts } from './run.ts';

/** What a soak may show. */
export interface SoakLimits {
  /** How much the heap may grow with each request, in bytes: the slope of all rounds after the first few. */
  readonly bytesARequest: number;
  /** How many more files may be open at the end than when it was warm. */
  readonly files: number;
}

/** @returns a sentence for each promise that was broken */
export function judgeSoak({ rounds, bill, ledger, refused }: SoakFacts, limits: SoakLimits): readonly string[] {
  const warm = rounds.slice(WARM_UP_ROUNDS);
  const slope = growthOf(warm);
  const files = Math.min(...warm.slice(-2).map((round) => round.files)) - (warm[0]?.files ?? 0);
  const held = rounds.filter((round) => round.held > 0);
  return [
    ...(slope <= limits.bytesARequest
      ? []
      : [`MEMORY: each request leaves ${slope.toFixed(0)} bytes behind (${limits.bytesARequest} may be noise).`]),
    ...(files <= limits.files ? [] : [`FILES: ${files} more are open at the end than when it was warm.`]),
    ...(held.length === 0 ? [] : [`RESERVATIONS: money stayed held after ${held.length} rounds though nothing ran.`]),
    ...(ledger >= bill ? [] : [`LEDGER: the provider charged ${bill} nano-dollars, the ledger knows ${ledger}.`]),
    ...(refused === 0 ? [] : [`SERVICE: ${refused} requests were refused, though their caps can never be used up.`]),
  ];
}

/** The bytes that each request leaves behind: the slope of the line that fits the rounds best. */
export function growthOf(rounds: readonly Pick<Round, 'sent' | 'heapMib'>[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [sent, heap] = [mean(rounds.map((round) => round.sent)), mean(rounds.map((round) => round.heapMib))];
  const over = rounds.reduce((sum, round) => sum + (round.sent - sent) * (round.heapMib - heap), 0);
  const under = rounds.reduce((sum, round) => sum + (round.sent - sent) ** 2, 0);
  return (over / under) * 2 ** 20;
}
