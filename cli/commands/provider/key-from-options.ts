import type { Command } from 'commander';
import { z } from 'zod';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { USUAL_GRACE_MS } from '../../../shared/key-source/key-source-views.ts';
import type { KeyFrom } from '../../../shared/key-source/key-source-views.ts';
import { parseDuration } from '../../options/duration.ts';

/** What is said of a key that a secret manager has. */
export const fromOptions = {
  from: z.string().optional(),
  import: z.boolean().default(false),
  grace: z.number().optional(),
  every: z.number().optional(),
} as const;
type FromOptions = z.infer<z.ZodObject<typeof fromOptions>>;

/** The options for it. */
export function withFrom(command: Command): Command {
  return command
    .option('--from <reference>', 'where a secret manager has the key: vault:PATH#FIELD, op://..., cmd:... (see below)')
    .option('--import', 'with --from: move the key into the secret store now, and forget where it was')
    .option('--grace <time>', 'with --from: how long the key goes on when its manager cannot be asked', parseDuration)
    .option('--every <time>', 'with --from: how often the key is read anew', parseDuration);
}

/** @throws PurserError `INVALID_INPUT` for options without what they belong to */
export function keyFromOf(options: FromOptions): KeyFrom | undefined {
  const { from: reference, grace, every } = options;
  if (reference === undefined) {
    if (options.import || grace !== undefined || every !== undefined)
      throw new PurserError('INVALID_INPUT', 'Say where the key is, too: --from REFERENCE.');
    return undefined;
  }
  if (options.import && (grace !== undefined || every !== undefined))
    throw new PurserError('INVALID_INPUT', 'A key that is imported is not read again. Leave out --grace and --every.');
  return { reference, graceMs: grace ?? USUAL_GRACE_MS, ...(every !== undefined && { everyMs: every }) };
}

/** Where the key of a provider is now, for the end of a sentence. */
export function keyWords({ keyFrom }: ProviderView, kept: string): string {
  return keyFrom ? `read from ${keyFrom.reference}, and kept in memory only` : kept;
}
