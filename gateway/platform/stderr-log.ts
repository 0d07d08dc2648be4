import { jsonText } from '../../shared/visible-text.ts';
import type { Logger } from './ports.ts';

/** One JSON object per line on stderr: for hosts whose stdout belongs to somebody else. */
export const stderrLog: Logger = {
  log(level, event, fields = {}) {
    process.stderr.write(`${jsonText({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  },
};
