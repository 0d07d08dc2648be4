import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Button } from '../button.tsx';
import { copyText } from './copy-text.ts';

const SAID_MS = 2000;

interface CopyButtonProps {
  readonly text: string;
  /** The name of the action for screen readers: `Copy the sub-key`. */
  readonly label: string;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  onCopied?(): void;
}

/** Copies and says so for a moment. */
export function CopyButton({ text, label, kind = 'plain', onCopied }: CopyButtonProps): ReactNode {
  const [said, setSaid] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy(): Promise<void> {
    const worked = await copyText(text);
    setSaid(worked ? 'copied' : 'failed');
    if (worked) onCopied?.();
  }

  return (
    <Button kind={kind} icon={said === 'copied' ? 'check' : 'copy'} aria-label={label} onClick={() => void copy()}>
      <span aria-live="polite">
        {said === 'copied' ? say.ui.copied : said === 'failed' ? say.ui.copyByHand : say.ui.copy}
      </span>
    </Button>
  );
}
