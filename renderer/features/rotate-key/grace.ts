import { momentText } from '../../state/time-and-money/format.ts';
import { say } from '../../strings/say.ts';

const HOUR_MS = 3_600_000;

/** The times that an old secret can work beside the new one. */
export const GRACE_CHOICES = ['now', 'hour', 'day', 'week'] as const;
export type GraceChoice = (typeof GRACE_CHOICES)[number];

const GRACE_MS: Readonly<Record<GraceChoice, number>> = {
  now: 0,
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 168 * HOUR_MS,
};

/** The choice in milliseconds. */
export function graceMs(choice: GraceChoice): number {
  return GRACE_MS[choice];
}

/** Tells what becomes of the old secret, once the new one is made. */
export function rotatedSentence(graceEndsAt: number, now: number, timeZone: string): string {
  return graceEndsAt <= now ? say.rotateKey.stopped : say.rotateKey.worksUntil(momentText(graceEndsAt, now, timeZone));
}
