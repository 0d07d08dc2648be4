import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { plainText } from '../state/words/plain-text.ts';

/**
 * A sentence in which what is typed stands between backticks, as the gateway and the catalogue write it: shown as code.
 */
export function WithCode({ text }: { readonly text: string }): ReactNode {
  const parts = plainText(text).split('`');
  // A lone backtick opens nothing.
  if (parts.length % 2 === 0) return plainText(text);
  // A sentence does not change its parts, so their places are their names.
  return parts.map((part, place) =>
    place % 2 === 1 ? <code key={place}>{part}</code> : <Fragment key={place}>{part}</Fragment>,
  );
}
