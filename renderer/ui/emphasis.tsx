import type { ReactNode } from 'react';

/** A sentence with one part of it set strong. What a language puts before or behind it is the language's business. */
export function Emphasis({ text, strong }: { readonly text: string; readonly strong: string }): ReactNode {
  const at = text.indexOf(strong);
  if (at === -1) return text;
  return (
    <>
      {text.slice(0, at)}
      <strong>{strong}</strong>
      {text.slice(at + strong.length)}
    </>
  );
}
