import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createChainCheck } from '../gateway/audit/check-chain.ts';
import type { AuditVerdict } from '../gateway/audit/check-chain.ts';
import { PurserError } from '../shared/errors.ts';

const linkSchema = z.object({ seq: z.int(), text: z.string(), hash: z.string() });

/**
 * Recomputes the chain of a file that `purser audit export` wrote, line by line.
 * @param kept a head that was kept elsewhere
 * @throws PurserError `INVALID_INPUT` for a file that cannot be read or is no export
 */
export async function verifyFile(file: string, kept: string | undefined): Promise<AuditVerdict> {
  const check = createChainCheck({ kept });
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() !== '' && !check.follows(linkSchema.parse(JSON.parse(text)))) break;
    }
  } catch (cause) {
    const where = line === 0 ? 'It cannot be read.' : `Line ${line} is not an entry.`;
    throw new PurserError(
      'INVALID_INPUT',
      `${file} is not an export of the audit log. ${where} Make one: purser audit export > FILE`,
      { cause },
    );
  }
  return check.verdict();
}
