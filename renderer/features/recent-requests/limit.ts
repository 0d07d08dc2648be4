import type { RequestView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';

type Limited = Pick<RequestView, 'loweredOutput' | 'outputLimit'>;

/** The limit that Purser set on the answer, and why. @returns undefined where it set none */
export function limitText({ loweredOutput, outputLimit }: Limited): string | undefined {
  const words = say.recentRequests;
  if (outputLimit === null) return loweredOutput ? words.lowered : undefined;
  return loweredOutput ? words.limitedByCap(outputLimit) : words.limitedByRules(outputLimit);
}
