import { InvalidArgumentError } from 'commander';

/** A whole number from 0 to 65535. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('That is not a number from 0 to 65535.');
  return port;
}
