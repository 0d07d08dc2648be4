import type { JsonValue } from '../formats/json-value.ts';
import { isList, isObject } from '../formats/json-value.ts';

/**
 * Stands for the sub-key wherever a change is planned, shown or recorded. The secret itself takes its place only in the
 * text that is written to the tool's file.
 */
export const SUB_KEY_MARK = 'sk-purser-ISSUED-WHEN-YOU-CONNECT';

/** Tells whether a text is the sub-key that is meant. */
export type IsSubKey = (candidate: string) => boolean;

/** Puts the secret where the mark stands. */
export function fillSubKey(template: string, secret: string): string {
  return template.replaceAll(SUB_KEY_MARK, secret);
}

/** True when `actual` is `template` with the right sub-key in its marks. */
export function matchesTemplate(
  template: JsonValue | undefined,
  actual: JsonValue | undefined,
  isSubKey: IsSubKey,
): boolean {
  if (typeof template === 'string' && typeof actual === 'string') return matchesText(template, actual, isSubKey);
  if (isList(template) && isList(actual))
    return (
      template.length === actual.length &&
      template.every((value, index) => matchesTemplate(value, actual[index], isSubKey))
    );
  if (isObject(template) && isObject(actual)) {
    const keys = Object.keys(template);
    return (
      keys.length === Object.keys(actual).length &&
      keys.every((key) => Object.hasOwn(actual, key) && matchesTemplate(template[key], actual[key], isSubKey))
    );
  }
  return Object.is(template, actual);
}

/** Every sub-key in a text has the same form, so it is found by that and then asked about. */
const SUB_KEY_IN_TEXT = /sk-purser-[0-9A-Za-z]{38}(?![0-9A-Za-z])/g;

function matchesText(template: string, actual: string, isSubKey: IsSubKey): boolean {
  if (!template.includes(SUB_KEY_MARK)) return template === actual;
  return template === actual.replaceAll(SUB_KEY_IN_TEXT, (found) => (isSubKey(found) ? SUB_KEY_MARK : found));
}

/** The sub-key in a text that is meant, if it is there. */
export function findSubKey(text: string, isSubKey: IsSubKey): string | undefined {
  return [...text.matchAll(SUB_KEY_IN_TEXT)].map(([found]) => found).find(isSubKey);
}
