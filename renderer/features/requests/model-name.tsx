import type { ReactNode } from 'react';
import { plainText } from '../../state/words/plain-text.ts';

/** The family of a model ends where the first part with a digit begins: `claude-sonnet-` and `4-5`. */
const FAMILY = /^(?:[^0-9]*[-:/ ])?(?=[^-:/ ]*\d)/;
const LONGEST_VERSION = 24;

/** A model's name in a column: where it is too long, its family is shortened and never its version. */
export function ModelName({ name }: { readonly name: string }): ReactNode {
  const text = plainText(name);
  const family = FAMILY.exec(text)?.[0] ?? '';
  const version = text.slice(family.length);
  if (family === '' || version.length > LONGEST_VERSION) return <bdi className="model-whole">{text}</bdi>;
  return (
    <bdi className="model-name">
      <span className="model-family">{family}</span>
      <span>{version}</span>
    </bdi>
  );
}
