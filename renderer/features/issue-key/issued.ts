import type { Cap } from '../../../shared/cap.ts';
import type { ProviderView } from '../../../shared/contract/views.ts';
import type { Policy } from '../../../shared/policy.ts';
import { capText } from '../../state/time-and-money/cap-text.ts';
import { momentText } from '../../state/time-and-money/format.ts';
import { policyText } from '../../state/words/policy-text.ts';
import { say } from '../../strings/say.ts';

/** A sub-key in the one moment its secret is known. */
export interface Issued {
  readonly agent: string;
  readonly key: string;
  /** Its limits in a sentence: `Capped at $5.00 a day.` */
  readonly sentence: string;
}

/** The limits of a new sub-key: `Capped at $5.00 a day and $20.00 in total, only claude-*. Works until 22:00.` */
export function issuedSentence(caps: readonly Cap[], policy: Policy, now: number, timeZone: string): string {
  const until = policy.expiresAt === undefined ? undefined : momentText(policy.expiresAt, now, timeZone);
  return say.issueKey.may(caps.map(capText), policyText(policy), until);
}

/** The lines to paste into a shell so that the provider's SDKs and CLIs use the sub-key. */
export function shellLines(provider: ProviderView, key: string): string {
  const [urlName, keyName] = SHELL_NAMES[provider.kind] ?? ['OPENAI_BASE_URL', 'OPENAI_API_KEY'];
  return `export ${urlName}=${provider.gatewayUrl}\nexport ${keyName}=${key}`;
}

/** Variables that the official SDKs read; every other provider speaks as OpenAI does. */
const SHELL_NAMES: Readonly<Partial<Record<ProviderView['kind'], readonly [url: string, key: string]>>> = {
  anthropic: ['ANTHROPIC_BASE_URL', 'ANTHROPIC_API_KEY'],
  gemini: ['GOOGLE_GEMINI_BASE_URL', 'GEMINI_API_KEY'],
};
