import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { ToolsPanel } from '../features/connections/tools-panel.tsx';
import { BaseUrls } from '../features/welcome/base-urls.tsx';
import { say } from '../strings/say.ts';

/** Tools that spend through Purser, tools that could, and how to point any other at it. */
export function ConnectionsPage({ state }: { readonly state: StateView }): ReactNode {
  return (
    <>
      <ToolsPanel />
      <section className="section" aria-labelledby="by-hand-title">
        <h2 id="by-hand-title">{say.connections.byHand}</h2>
        <p className="soft">{say.connections.byHandHow}</p>
        <BaseUrls state={state} />
      </section>
    </>
  );
}
