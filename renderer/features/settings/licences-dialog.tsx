import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';

/** The licences of everything that is built into Purser. The text is made with the build, and lies beside the page. */
export function LicencesDialog({ onClose }: { onClose(): void }): ReactNode {
  const words = say.settings.about;
  const [text, setText] = useState<string>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    fetch('./licences.txt')
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
      .then(setText, () => setFailed(true));
  }, []);
  return (
    <Dialog title={words.licences} wide onClose={onClose}>
      <Problem sentence={failed ? words.noLicences : undefined} />
      <pre className="licences" tabIndex={0} aria-label={words.licences}>
        {text}
      </pre>
    </Dialog>
  );
}
