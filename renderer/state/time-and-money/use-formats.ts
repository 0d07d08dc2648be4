import type { Settings } from '../../../shared/settings/settings.ts';
import { preferFormats } from './locale.ts';

/** Writes times and amounts as the person has set it. Before anything below is drawn: all of it is drawn again with the state. */
export function useFormats(settings: Settings | undefined): void {
  if (settings !== undefined) preferFormats(settings);
}
