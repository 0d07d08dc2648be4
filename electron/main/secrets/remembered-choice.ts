import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Where provider keys live, when a person chose another place than the keychain. Never a passphrase. */
const rememberedSchema = z.strictObject({ secrets: z.enum(['vault', 'memory']) });
export type ElsewhereSecrets = z.infer<typeof rememberedSchema>['secrets'];

/** The choice that the desktop app itself remembers from one start to the next. */
export interface RememberedChoice {
  /** Undefined: nobody chose, so it is the keychain. */
  secrets(): ElsewhereSecrets | undefined;
  /** @throws Error when it cannot be written; the choice still holds until Purser quits */
  remember(secrets: ElsewhereSecrets | undefined): void;
}

/**
 * @param file is made with the first choice. One that cannot be read is no choice: the keychain is asked, and the
 * person after it
 */
export function createRememberedChoice(file: string): RememberedChoice {
  let secrets = read(file);
  return {
    secrets: () => secrets,
    remember(chosen) {
      secrets = chosen;
      if (chosen === undefined) return rmSync(file, { force: true });
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      // In one step: half a file would be no choice.
      writeFileSync(`${file}.new`, `${JSON.stringify({ secrets: chosen })}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

function read(file: string): ElsewhereSecrets | undefined {
  try {
    return rememberedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).secrets;
  } catch {
    return undefined;
  }
}
