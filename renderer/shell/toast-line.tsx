import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useAction } from '../state/live/use-action.ts';
import { say } from '../strings/say.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Problem } from '../ui/notice.tsx';
import type { Toast } from '../ui/toasts.ts';
import { plainText } from '../state/words/plain-text.ts';

/** Long enough to read it and to reach the button by keyboard. */
const SHOWN_MS = 12_000;

/** The last word, until it is dismissed, undone, or old. */
export function ToastLine({ toast, onGone }: { readonly toast: Toast | undefined; onGone(): void }): ReactNode {
  const { busy, problem, run } = useAction();
  useEffect(() => {
    if (toast === undefined) return undefined;
    const timer = setTimeout(onGone, toast.until === undefined ? SHOWN_MS : Math.max(0, toast.until - Date.now()));
    return () => clearTimeout(timer);
  }, [toast, onGone]);
  const { undo } = toast ?? {};
  return (
    <div className="toast-place" role="status">
      {toast !== undefined && (
        <div className="toast">
          <span>{plainText(toast.text)}</span>
          {undo !== undefined && (
            <Button
              kind="quiet"
              busy={busy}
              onClick={() =>
                void run(async () => {
                  await undo();
                  onGone();
                })
              }
            >
              {say.common.undo}
            </Button>
          )}
          <Problem sentence={problem} />
          <button type="button" className="icon-button" aria-label={say.common.dismiss} onClick={onGone}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
