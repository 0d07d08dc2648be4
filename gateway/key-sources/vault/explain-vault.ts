import { z } from 'zod';
import { PurserError } from '../../../shared/errors.ts';
import type { AskVault, VaultAnswer } from './ask-vault.ts';

const errorsSchema = z.object({ errors: z.array(z.string()).default([]), warnings: z.array(z.string()).nullish() });
const healthSchema = z.object({ initialized: z.boolean(), sealed: z.boolean() });

/** The sentences that Vault sent, to be looked at and never shown: our own say what to do. */
function complaintOf({ body }: VaultAnswer): string {
  const found = errorsSchema.safeParse(body);
  return found.success ? [...found.data.errors, ...(found.data.warnings ?? [])].join(' ') : '';
}

/** True if it is the token, and not what it may do, that Vault refuses. Older ones do not tell. */
export function mayBeToken({ status }: VaultAnswer): boolean {
  return status === 403 || status === 401;
}

/** Explains an answer that holds nothing. @param doing `read secret/data/ai`, for the sentence */
export async function explainVault(
  answer: VaultAnswer,
  doing: string,
  { ask, signal }: { readonly ask: AskVault; readonly signal: AbortSignal },
): Promise<PurserError> {
  return new PurserError('SECRETS_UNAVAILABLE', await sentenceOf(answer, doing, ask, signal));
}

async function sentenceOf(answer: VaultAnswer, doing: string, ask: AskVault, signal: AbortSignal): Promise<string> {
  const complaint = complaintOf(answer);
  switch (answer.status) {
    case 400:
      return `Vault refuses to ${doing} (400): the login or the path is wrong.`;
    case 401:
    case 403:
      return /invalid token|bad token/i.test(complaint)
        ? 'The login of Purser at Vault has expired or was revoked. Log in anew: purser provider source add vault'
        : `Vault does not let Purser ${doing} (403): its policy says no, or its login has expired. To log in anew: ` +
            `purser provider source add vault`;
    case 404:
      return /versioned K\/V/i.test(complaint)
        ? `Vault has versions at this path, so it is written with data/ after the mount: secret/data/NAME. Purser ` +
            `could not ${doing}.`
        : `Vault has nothing there: Purser could not ${doing}. Was it deleted, or is it in another namespace?`;
    case 429:
      return `Vault is asked too often (429), so Purser could not ${doing}. It tries again by itself.`;
    case 307:
    case 308:
      return 'This Vault is a standby that sends requests to another one. Give the address of that one.';
    default:
      return answer.status >= 500 ? sick(answer.status, ask, signal) : `Vault answered ${answer.status}.`;
  }
}

async function sick(status: number, ask: AskVault, signal: AbortSignal): Promise<string> {
  const answer = await ask({ method: 'GET', path: 'sys/health' }, signal).catch(() => undefined);
  const health = healthSchema.safeParse(answer?.body);
  if (health.success && !health.data.initialized) return 'This Vault was never initialized: it has no keys yet.';
  if (health.success && health.data.sealed) return 'Vault is sealed. Somebody who has its keys must unseal it.';
  return `Vault cannot answer at the moment (${status}). Purser tries again by itself.`;
}
