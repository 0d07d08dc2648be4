import { InvalidArgumentError } from 'commander';
import { amountFault } from './cap-fault.ts';
import { parseUsd } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';

/** Reads an amount of dollars from the command line. @throws InvalidArgumentError with what is wrong with it */
export function readAmount(text: string): Nanodollars {
  const [amount, fault] = [parseUsd(text), amountFault(text)];
  if (amount === undefined || fault !== undefined) throw new InvalidArgumentError(fault ?? 'it is no amount.');
  return amount;
}
