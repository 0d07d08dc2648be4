import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { FoundTool } from './found-tool.tsx';

/** More would be a wall; the page of connections has them all. */
const MOST = 5;

interface ToolStepProps {
  /** Undefined while the machine is looked through. */
  readonly found: readonly ToolView[] | undefined;
  readonly providers: readonly ProviderView[];
  onConnect(tool: ToolView): void;
  onByHand(): void;
}

/** The tools of this machine, a button each, and the way for every other one. */
export function ToolStep({ found, providers, onConnect, onByHand }: ToolStepProps): ReactNode {
  return (
    <>
      <p className="soft">
        {found === undefined ? say.welcome.looking : found.length === 0 ? say.welcome.noTools : say.welcome.toolMeans}
      </p>
      {found !== undefined && found.length > 0 && (
        <ul className="found-tools">
          {found.slice(0, MOST).map((tool, index) => (
            <FoundTool
              key={tool.id}
              tool={tool}
              providers={providers}
              isNext={index === 0}
              onConnect={() => onConnect(tool)}
            />
          ))}
        </ul>
      )}
      <p className="faint welcome-line">
        {say.welcome.byHand}
        <Button kind="quiet" onClick={onByHand}>
          {say.welcome.issueSubKey}
        </Button>
        {found !== undefined && found.length > MOST && <a href={hrefOf('connections')}>{say.welcome.allTools}</a>}
      </p>
    </>
  );
}
