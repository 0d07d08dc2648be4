/** `1:42 left` until an instant; `no time left` afterwards. */
export function remainingText(expiresAt: number, now: number): string {
  const seconds = Math.ceil((expiresAt - now) / 1_000);
  if (seconds <= 0) return 'no time left';
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`;
}
