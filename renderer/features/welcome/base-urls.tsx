import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { CopyLine } from '../../ui/copy/copy-line.tsx';

/** The real base URLs once a provider is there; until then what they will be. */
export function BaseUrls({ state }: { readonly state: StateView }): ReactNode {
  const lines =
    state.providers.length > 0
      ? state.providers.map(({ name, gatewayUrl }) => ({ name: String(name), gatewayUrl }))
      : [
          { name: 'openai', gatewayUrl: `${state.gateway.url}/openai/v1` },
          { name: 'anthropic', gatewayUrl: `${state.gateway.url}/anthropic` },
        ];
  return lines.map((line) => (
    <CopyLine key={line.name} name={line.name} text={line.gatewayUrl} label={say.providers.copyBaseUrl(line.name)} />
  ));
}
