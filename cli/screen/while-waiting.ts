import { showProgress, showsProgress } from './output.ts';

/** Work that is done sooner than this needs no word. */
const PATIENCE_MS = 700;

/**
 * Says on a terminal what is being done, as long as it takes, and takes that back when it is done. A file, a script and
 * `--json` see nothing of it.
 */
export async function whileWaiting<T>(doing: string | undefined, work: Promise<T>): Promise<T> {
  if (doing === undefined || !showsProgress()) return work;
  const begun = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.floor((Date.now() - begun) / 1_000);
    if (Date.now() - begun >= PATIENCE_MS) showProgress(`${doing}... ${seconds === 0 ? '' : `${seconds} s`}`);
  }, 250);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    showProgress('');
  }
}
