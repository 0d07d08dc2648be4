import { common } from './common.ts';
import { revoke } from './revoke.ts';
import { shell } from './shell.ts';

/** English, a file for each feature. */
export const en = { common, revoke, shell };
