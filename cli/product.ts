import { join } from 'node:path';
import product from '../package.json' with { type: 'json' };

export const VERSION = product.version;

/** The built dashboard beside the built CLI: `out/renderer` beside `out/cli`. */
export const DASHBOARD_FOLDER = join(import.meta.dirname, '..', 'renderer');
