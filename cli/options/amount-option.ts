import { InvalidArgumentError } from 'commander';
import { parseUsd } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';

/** Reads an amount of dollars from the command line. @throws InvalidArgumentError, which commander tells the person */
export function readAmount(text: string): Nanodollars {
  const amount = parseUsd(text);
  if (amount === undefined || amount <= 0) throw new InvalidArgumentError('An amount is dollars, such as 2 or 0.50.');
  return amount;
}
