import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { providerName } from '../providers/provider-names.ts';
import { kindFor, spendsAt } from './found-tools.ts';

interface FoundToolProps {
  readonly tool: ToolView;
  readonly providers: readonly ProviderView[];
  /** The one that stands out. */
  readonly isNext: boolean;
  onConnect(): void;
}

/** A tool that is here: one button connects it, or adds the key that it needs first. */
export function FoundTool({ tool, providers, isNext, onConnect }: FoundToolProps): ReactNode {
  const dialogs = useDialogs();
  const kind = tool.ready ? spendsAt(tool, providers) : kindFor(tool);
  return (
    <li className="found-tool">
      <p>
        <strong>{tool.title}</strong>{' '}
        <span className="faint">
          {kind && (tool.ready ? say.welcome.spendsAt(providerName(kind)) : say.welcome.needsKey(providerName(kind)))}
        </span>
      </p>
      {tool.ready ? (
        <Button
          kind={isNext ? 'primary' : 'plain'}
          aria-label={say.welcome.connectTool(tool.title)}
          onClick={onConnect}
        >
          {say.welcome.connect}
        </Button>
      ) : (
        kind && (
          <Button onClick={() => dialogs.open({ kind: 'add-provider', provider: kind })}>
            {say.welcome.addKeyOf(providerName(kind))}
          </Button>
        )
      )}
    </li>
  );
}
