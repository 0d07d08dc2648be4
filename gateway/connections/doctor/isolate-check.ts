import type { Finding } from '../../../shared/contract/connection-views.ts';
import { finding } from './finding.ts';

/** A check that failed is a finding: silence would look like health, and a repository could bring it about. */
export function unseen(what: string, file: string | null, error: unknown): Finding {
  const reason = error instanceof Error ? error.message.replace(/\.$/, '') : 'unknown reason';
  return finding({
    id: `unseen:${file ?? what}`,
    severity: 'error',
    file,
    text: `Purser could not look at ${what} (${reason}), so problems there are not listed.`,
    byHand:
      file === null
        ? 'Run this again. If it fails again, check there yourself.'
        : 'Check the file yourself. If the project is not yours, be wary of it.',
  });
}

/** Runs one check so that its failure ends no other. @param what is looked at, in words */
export async function isolateCheck(
  what: string,
  look: () => Promise<readonly Finding[]> | readonly Finding[],
): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    return [unseen(what, null, error)];
  }
}
