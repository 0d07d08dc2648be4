import type { BrowserId } from '../../shared/ids.ts';

/**
 * Who calls, as far as the transport knows: a browser by its session; the command line and the desktop are the person.
 */
export interface Caller {
  readonly browser?: BrowserId;
}
