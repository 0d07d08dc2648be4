/**
 * Waits for some work, but not for ever: the end of a program must not hang on work that never ends.
 * @param ms the longest wait, in milliseconds
 * @param late called when the work failed or was not done in time
 */
export async function within(ms: number, work: Promise<unknown> | void, late: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  const outcome = await Promise.race([
    Promise.resolve(work).then(
      () => 'done' as const,
      () => 'late' as const,
    ),
    deadline,
  ]);
  clearTimeout(timer);
  if (outcome === 'late') late();
}
