import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { DoctorPanel } from '../features/connections/doctor-panel.tsx';
import { ToolsPanel } from '../features/connections/tools-panel.tsx';
import { BaseUrls } from '../features/welcome/base-urls.tsx';

/** Tools that spend through Purser, tools that could, and how to point any other at it. */
export function ConnectionsPage({ state }: { readonly state: StateView }): ReactNode {
  return (
    <>
      <ToolsPanel />
      {!state.gateway.simulated && <DoctorPanel />}
      <section className="section" aria-labelledby="by-hand-title">
        <h2 id="by-hand-title">Any other tool</h2>
        <p className="soft">Give it a sub-key as its API key, and this as its base URL:</p>
        <BaseUrls state={state} />
      </section>
    </>
  );
}
