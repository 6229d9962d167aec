import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Problem } from './api/problem';
import { App } from './App';
import { DoorProvider } from './session/session';
import './styles.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What is refused stays refused; who does not answer may in a moment.
      retry: (times, thrown) => times < 2 && (Problem.from(thrown).status === 0 || Problem.from(thrown).status >= 502),
    },
  },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <DoorProvider>
          <BrowserRouter basename="/console">
            <App />
          </BrowserRouter>
        </DoorProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
