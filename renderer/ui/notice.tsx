import type { ReactNode } from 'react';
import { say } from '../strings/say.ts';
import { Icon } from './icon.tsx';
import { WithCode } from './with-code.tsx';
import './notice.css';

interface NoticeProps {
  readonly tone: 'info' | 'good' | 'warning' | 'danger';
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** What the cross takes away, for people who hear a list of buttons; left out where there is only one. */
  readonly dismissLabel?: string;
  onDismiss?(): void;
}

/** A sentence that stands where the thing happened, and stays until the person is done with it. */
export function Notice({ tone, children, action, dismissLabel, onDismiss }: NoticeProps): ReactNode {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={tone === 'good' ? 'check' : 'warning'} />
      <div className="notice-text">{children}</div>
      {action !== undefined && <div className="notice-actions">{action}</div>}
      {onDismiss !== undefined && (
        <button
          type="button"
          className="icon-button"
          aria-label={dismissLabel ?? say.common.dismiss}
          onClick={onDismiss}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** The sentence a call failed with, or nothing. */
export function Problem({ sentence }: { readonly sentence: string | undefined }): ReactNode {
  return sentence === undefined ? null : (
    <p className="problem" role="alert">
      <WithCode text={sentence} />
    </p>
  );
}
