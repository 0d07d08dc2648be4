import type { RequestView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';

/** The limit that Purser set on the answer, and why. @returns undefined where it set none */
export function limitText({ loweredOutput, outputLimit }: Pick<RequestView, 'loweredOutput' | 'outputLimit'>): string | undefined {
  const words = say.recentRequests;
  if (outputLimit === null) return loweredOutput ? words.lowered : undefined;
  return loweredOutput ? words.limitedByCap(outputLimit) : words.limitedByRules(outputLimit);
}
