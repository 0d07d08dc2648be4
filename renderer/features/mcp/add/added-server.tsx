import type { ReactNode } from 'react';
import type { McpServerView } from '../../../../shared/mcp/mcp-views.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyLine } from '../../../ui/copy/copy-line.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { WithCode } from '../../../ui/with-code.tsx';

interface AddedServerProps {
  readonly server: McpServerView;
  readonly gatewayUrl: string;
  onDone(): void;
}

/** How AI tools reach a server that was just added. */
export function AddedServer({ server: { name, tools, trouble }, gatewayUrl, onDone }: AddedServerProps): ReactNode {
  const words = say.mcp;
  return (
    <div className="form">
      <Notice tone={trouble === null ? 'good' : 'warning'}>
        {trouble === null ? words.added(tools.length) : <WithCode text={words.addedTrouble(trouble)} />}
      </Notice>
      <p className="soft">{words.reach}</p>
      <div>
        <CopyLine name={words.reachHere} text={`${gatewayUrl}/mcp/${name}`} label={words.copyHere} />
        <CopyLine name={words.reachAll} text={`${gatewayUrl}/mcp`} label={words.copyAll} />
        <CopyLine name={words.bearer} text={words.bearerLine} label={words.copyBearer} />
      </div>
      <div className="form-end">
        <Button kind="primary" autoFocus onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}
