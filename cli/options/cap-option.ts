import { InvalidArgumentError } from 'commander';
import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';

/** Reads `--cap 5/day` or `5/day/full`, given once or more. @throws InvalidArgumentError for what is no cap */
export function collectCap(text: string, before: readonly Cap[] = []): readonly Cap[] {
  const cap = parseCap(text);
  if (!cap) throw new InvalidArgumentError('A cap is dollars and a window, such as 5/day or 20/total, or 5/day/full.');
  return [...before, cap];
}
