/** Adding a provider key can wait for the person to unlock a keychain. */
const CALL_DEADLINE_MS = 120_000;

/** Waits for an answer, but not for ever: a port whose other side died never answers. */
export async function withDeadline<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), CALL_DEADLINE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
