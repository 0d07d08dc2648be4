import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import { isErrorCode } from '../../../shared/errors.ts';
import { say } from '../../strings/say.ts';

const issuesSchema = z.object({ issues: z.array(z.object({ message: z.string() })).min(1) });

/** The sentence of a failed call: the gateway's own where there is one. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ORPCError)) return say.failures.noAnswer;
  if (isErrorCode(error.code)) return say.told(error.message);
  const invalid = issuesSchema.safeParse(error.data);
  if (invalid.success) return invalid.data.issues.map((issue) => say.told(issue.message)).join(' ');
  if (isSignedOut(error)) return say.failures.signedOut.never;
  return say.failures.inside;
}

/** True when the gateway answers but does not know this browser. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ORPCError && (error.status === 401 || error.status === 403);
}
