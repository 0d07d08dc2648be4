import { InvalidArgumentError } from 'commander';
import { capFault } from './cap-fault.ts';
import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';

/** Reads `--cap 5/day` or `5/day/full`, given once or more. @throws InvalidArgumentError with what is wrong with it */
export function collectCap(text: string, before: readonly Cap[] = []): readonly Cap[] {
  const cap = parseCap(text);
  if (!cap) throw new InvalidArgumentError(capFault(text) ?? 'it is no cap.');
  return [...before, cap];
}
