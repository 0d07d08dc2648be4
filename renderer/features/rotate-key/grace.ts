import { momentText } from '../../state/format.ts';

const HOUR_MS = 3_600_000;

/** How long the old secret works beside the new one. */
export const GRACE_CHOICES = [
  { value: 'now', text: 'Not at all', ms: 0 },
  { value: 'hour', text: '1 hour', ms: HOUR_MS },
  { value: 'day', text: '24 hours', ms: 24 * HOUR_MS },
  { value: 'week', text: '7 days', ms: 168 * HOUR_MS },
] as const;
export type GraceChoice = (typeof GRACE_CHOICES)[number]['value'];

/** The choice in milliseconds. */
export function graceMs(choice: GraceChoice): number {
  return GRACE_CHOICES.find(({ value }) => value === choice)?.ms ?? 0;
}

/** What the person must know about the old secret, once the new one is made. */
export function rotatedSentence(graceEndsAt: number, now: number, timeZone: string): string {
  const old = graceEndsAt <= now ? 'The old secret has stopped working.' : `The old secret works until ${momentText(graceEndsAt, now, timeZone)}.`;
  return `Same caps, same spend, new secret. ${old}`;
}
