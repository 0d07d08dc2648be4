import { FORMATS } from '../formats/formats.ts';
import type { FormatId } from '../formats/formats.ts';
import { resolvePath } from '../formats/json-value.ts';
import type { Path } from '../formats/json-value.ts';
import { keepBytes } from '../formats/keep-bytes.ts';
import { removeChecked } from '../change/undo-file.ts';

/**
 * A file without these entries, and otherwise as it was. Pure.
 * @throws ConfigFault when one cannot be taken out without touching something else
 */
export function takeOut(text: string, id: FormatId, paths: readonly Path[]): string {
  const format = FORMATS[id];
  return keepBytes(text, (plain) =>
    paths.reduce((rest, path) => removeChecked(format, rest, resolvePath(format.parse(rest), path)), plain),
  );
}
