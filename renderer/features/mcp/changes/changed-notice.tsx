import type { ReactNode } from 'react';
import { hrefOf } from '../../../../shared/page-routes.ts';
import type { McpServerView } from '../../../../shared/mcp/mcp-views.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';

interface ChangedNoticeProps {
  readonly servers: readonly McpServerView[];
  /** Shows the changed tools of a server here; where it is left out, the button leads to the page that does. */
  onLook?(name: string): void;
}

/** Says that tools have changed, as long as that is so. */
export function ChangedNotice({ servers, onLook }: ChangedNoticeProps): ReactNode {
  const changed = servers.flatMap(({ name, tools }) =>
    tools.filter(({ state }) => state === 'changed').map(() => name),
  );
  const [first] = changed;
  if (first === undefined) return null;
  const look = onLook ?? ((name: string) => void (window.location.hash = hrefOf('mcp', { changes: name })));
  return (
    <Notice tone="warning" action={<Button onClick={() => look(first)}>{say.mcp.seeDifference}</Button>}>
      {say.mcp.changed(changed.length)}
    </Notice>
  );
}
