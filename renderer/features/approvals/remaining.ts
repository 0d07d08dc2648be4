import { say } from '../../strings/say.ts';

/** `1:42 left` until an instant; `no time left` afterwards. */
export function remainingText(expiresAt: number, now: number): string {
  const seconds = Math.ceil((expiresAt - now) / 1_000);
  if (seconds <= 0) return say.approvals.noTimeLeft;
  return say.approvals.left(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
}
