import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ledger } from './ledger.ts';
import { writeAtomically } from '../platform/atomic-file.ts';

/** Beside the ledger: how its record begins. Holds no secret. */
const FILE = 'ledger.witness';
const witnessSchema = z.object({ first: z.string() });

/**
 * The result of asking whether a ledger is the one that was used in its folder before: an emptied one opens as a new
 * one.
 */
export type WitnessVerdict = 'known' | 'fresh' | 'replaced';

/**
 * Asks the witness in the data folder, and the vault, which is there only where Purser was used. Call it before
 * anything is written.
 */
export async function checkWitness(dataFolder: string, ledger: Pick<Ledger, 'auditLinks'>): Promise<WitnessVerdict> {
  const [first] = await ledger.auditLinks(0, 1);
  const witness = await readWitness(dataFolder);
  if (first) return witness === undefined || witness === first.hash ? 'known' : 'replaced';
  return witness !== undefined || existsSync(join(dataFolder, 'vault.json')) ? 'replaced' : 'fresh';
}

/** Keeps the first hash of this ledger's audit chain. A folder that cannot be written is reported elsewhere. */
export async function keepWitness(dataFolder: string, ledger: Pick<Ledger, 'auditLinks'>): Promise<void> {
  const [first] = await ledger.auditLinks(0, 1);
  if (!first || (await readWitness(dataFolder)) === first.hash) return;
  await writeAtomically(join(dataFolder, FILE), `${JSON.stringify({ first: first.hash })}\n`).catch(() => undefined);
}

/** Explains to the person that the ledger was replaced, and what to do. */
export function explainReplaced(dataFolder: string): string {
  return (
    `The ledger in ${dataFolder} is not the one that was used here before: caps, sub-keys, policies and what was ` +
    `spent until now are not in it. ` +
    'If you did not replace or remove it yourself, stop Purser and put ledger.sqlite back from a backup. ' +
    'Otherwise set your caps again; provider keys are still in the secret store.'
  );
}

async function readWitness(dataFolder: string): Promise<string | undefined> {
  try {
    return witnessSchema.parse(JSON.parse(await readFile(join(dataFolder, FILE), 'utf8'))).first;
  } catch {
    return undefined;
  }
}
