import type { BrowserId } from '../../shared/ids.ts';

/** The caller, as the transport knows it: a browser by its session; the command line and the desktop are the person. */
export interface Caller {
  readonly browser?: BrowserId;
}
