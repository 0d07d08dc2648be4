import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
import { connect } from './connect.ts';
import { createSession } from './state/session.ts';
import { SessionContext } from './state/session-context.ts';
import { applyTheme, storedTheme } from './ui/theme.ts';

// The content security policy forbids eval; without this zod tries it once and the console shows a violation.
z.config({ jitless: true });
applyTheme(storedTheme());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');
createRoot(root).render(
  <StrictMode>
    <SessionContext value={createSession(connect, sessionStorage)}>
      <App />
    </SessionContext>
  </StrictMode>,
);
