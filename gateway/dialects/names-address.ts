import { eachObject } from './json/read-json.ts';

const ADDRESS_FIELDS = ['url', 'file_url', 'image_url', 'fileUri', 'file_uri'] as const;
/** Files that were sent to Google before: their content does not change. */
const SENT_BEFORE = 'https://generativelanguage.googleapis.com/';

/** True where a request names content by its address: it may be shorter when it is counted than when it is read. */
export function namesAddress(body: unknown): boolean {
  for (const part of eachObject(body)) {
    for (const field of ADDRESS_FIELDS) {
      const value = part[field];
      if (typeof value === 'string' && /^\w+:\/\//.test(value) && !value.startsWith(SENT_BEFORE)) return true;
    }
  }
  return false;
}
