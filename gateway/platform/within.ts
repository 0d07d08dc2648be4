/**
 * Waits for something, but not for ever: at the end of a program nothing may hang on what never comes.
 * @param ms how long at most
 * @param late told when it was not over by then, or failed
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
