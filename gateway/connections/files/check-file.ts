import { readBlock } from '../formats/block.ts';
import { ConfigFault, faultText } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';
import { leavesOf, resolvePath, valueAt } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import { matchesTemplate } from '../verify/sub-key-mark.ts';
import type { IsSubKey } from '../verify/sub-key-mark.ts';
import type { DoneFile } from '../change/want.ts';
import { pathText } from './path-text.ts';

/**
 * Describes everything that is no longer as it was made, one sentence each; empty when all is in place. Other changes
 * to the file are the person's business. No sentence holds a value: it might be somebody's key.
 */
export function checkFile(text: string | undefined, done: DoneFile, isSubKey: IsSubKey): readonly string[] {
  if (text === undefined) return ['the file was deleted'];
  const plain = plainText(text);
  if (done.kind === 'own') return matchesTemplate(done.text, text, isSubKey) ? [] : ['the file was changed'];
  if (done.kind === 'block') {
    const block = readBlock(plain, done.id);
    if (block === undefined) return ["Purser's lines are gone"];
    return matchesTemplate(done.lines, block, isSubKey) ? [] : ["Purser's lines were changed"];
  }
  const format = FORMATS[done.format];
  let root: ReturnType<typeof format.parse>;
  try {
    root = format.parse(plain);
  } catch (error) {
    if (error instanceof ConfigFault) return [faultText(error)];
    throw error;
  }
  return done.edits.flatMap(({ at, value, anyValue = false }) => {
    if (anyValue) return [];
    const base = resolvePath(root, at);
    return leavesOf(value).flatMap((leaf) => {
      const path = [...base, ...resolvePath(valueAt(root, base), leaf.path)];
      const found = valueAt(root, path);
      if (matchesTemplate(leaf.value, found, isSubKey)) return [];
      return [`${pathText([...at, ...leaf.path])} ${found === undefined ? 'was removed' : 'was changed'}`];
    });
  });
}
