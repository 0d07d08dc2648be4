// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does, before any schema is made
import './without-eval.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/forms.css';
import './styles/dialog.css';
import './styles/layout.css';
import './styles/narrow.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createConnector } from './connect.ts';
import { followDesktop } from './state/desktop/desktop.ts';
import { createSession } from './state/live/session.ts';
import { SessionContext } from './state/live/session-context.ts';
import { wantedLanguages } from './state/time-and-money/wanted-languages.ts';
import { speakAtFirst } from './strings/spoken.ts';
import { applyTheme, storedTheme } from './ui/theme/theme.ts';

const connect = createConnector();
applyTheme(storedTheme());
followDesktop();
speakAtFirst(wantedLanguages(window.location.search, navigator.languages));

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');
createRoot(root).render(
  <StrictMode>
    <SessionContext value={createSession(connect, sessionStorage)}>
      <App />
    </SessionContext>
  </StrictMode>,
);
