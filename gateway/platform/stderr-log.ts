import { jsonText } from '../../shared/visible-text.ts';
import type { Logger } from './ports.ts';

/** Writes one JSON object per line to stderr, for hosts whose stdout has another use. */
export const stderrLog: Logger = {
  log(level, event, fields = {}) {
    process.stderr.write(`${jsonText({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  },
};
