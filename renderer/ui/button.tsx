import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** `danger` in a row of its kind, `danger-quiet` where each row of a list has one; `danger-lined` where it stands alone; `danger-filled` only behind a question. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger' | 'danger-quiet' | 'danger-lined' | 'danger-filled';
  readonly icon?: IconName;
  readonly busy?: boolean;
  /**
   * On a narrow screen only the icon is drawn; the words stay for screen readers. `last`: only on a phone's, because
   * this one must be found at once.
   */
  readonly shrinks?: boolean | 'last';
}

const SHRINKS = { false: '', true: ' button-shrinks', last: ' button-shrinks-last' } as const;

/**
 * The one button. While `busy` it cannot be pressed again and keeps its width; it also keeps the focus, which a
 * disabled control loses: somebody without a mouse would begin at the top of the page again.
 */
export function Button({
  kind = 'plain',
  icon,
  busy = false,
  shrinks = false,
  children,
  onClick,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={`button button-${kind}${SHRINKS[`${shrinks}`]}`}
      aria-busy={busy}
      aria-disabled={busy}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className="button-text">{children}</span>
    </button>
  );
}
