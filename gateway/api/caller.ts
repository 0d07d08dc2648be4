import type { BrowserId } from '../../shared/ids.ts';

/** The caller, as the transport knows it: a browser by its session; the command line and the desktop are the person. */
export interface Caller {
  readonly browser?: BrowserId;
}

/** Who has made a change, to tell whether somebody else wants to undo it. */
export function authorityOf({ browser }: Caller): string {
  return browser ?? 'person';
}
