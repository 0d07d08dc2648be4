import { InvalidArgumentError } from 'commander';

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads `30m`, `24h` or `7d`. @returns milliseconds @throws InvalidArgumentError for anything else */
export function parseDuration(text: string): number {
  const match = /^(\d{1,4})([mhd])$/.exec(text);
  const unit = match?.[2];
  if (!match || (unit !== 'm' && unit !== 'h' && unit !== 'd'))
    throw new InvalidArgumentError('A duration is a number and m, h or d, such as 24h.');
  return Number(match[1]) * UNIT_MS[unit];
}
