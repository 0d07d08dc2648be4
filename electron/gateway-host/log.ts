import type { Logger } from '../../gateway/ports.ts';

/** One JSON object per line on stderr, which main inherits. */
export const stderrLog: Logger = {
  log(level, event, fields = {}) {
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  },
};
