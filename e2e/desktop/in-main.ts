const MOST_TRIES = 20;

/**
 * Asks the main process again while V8 collects the promise that Playwright waits for: it holds it by a weak handle
 * only, and a process that makes pictures collects often. Source: microsoft/playwright issue 33737.
 * @param read changes nothing, so that it may be done twice
 */
export async function readInMain<Result>(read: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await read();
    } catch (error) {
      if (tries === MOST_TRIES || !wasCollected(error)) throw error;
    }
  }
}

/**
 * Does something there once. It has been done when its promise could be collected: what is done is over before there is
 * one.
 */
export async function doInMain(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!wasCollected(error)) throw error;
  }
}

function wasCollected(error: unknown): boolean {
  return error instanceof Error && error.message.includes('promise was garbage collected');
}
