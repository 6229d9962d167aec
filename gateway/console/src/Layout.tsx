import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { searchable } from './format/names';
import { Boundary } from './parts/Boundary';
import { useSession } from './session/session';
import { THEMES, useTheme, type Theme } from './session/theme';

const PAGES: readonly { to: string; name: string; operator?: boolean }[] = [
  { to: '/messages', name: 'Messages' },
  { to: '/flow', name: 'Flow' },
  { to: '/chains', name: 'Chains' },
  { to: '/handlers', name: 'Handlers' },
  { to: '/waiting', name: 'Waiting', operator: true },
  { to: '/limits', name: 'Limits', operator: true },
  { to: '/artifacts', name: 'Artifacts' },
  { to: '/gas', name: 'Gas' },
  { to: '/onboarding', name: 'Onboarding' },
];

export function Layout({ children }: { children: ReactNode }) {
  const { me, isOperator, signOut } = useSession();
  const [theme, setTheme] = useTheme();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  // A new page begins at its top, also for who hears it.
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <>
      <a className="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        Skip to the content
      </a>
      <header className="top">
        <span className="brand">
          <img src="/console/icon.svg" alt="" width="24" height="24" /> Settlement
        </span>
        <Search />
        <div className="who">
          <label className="hidden" htmlFor="theme">
            Colours
          </label>
          <select id="theme" value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {one.charAt(0).toUpperCase() + one.slice(1)}
              </option>
            ))}
          </select>
          <span className="name" title={me.scopes.join(', ')}>
            {me.name}
          </span>
          <button type="button" onClick={signOut}>
            Sign out
          </button>
        </div>
      </header>
      <nav aria-label="Pages">
        <ul>
          {PAGES.filter((page) => !page.operator || isOperator).map((page) => (
            <li key={page.to}>
              <NavLink to={page.to}>{page.name}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" ref={main} tabIndex={-1}>
        <Boundary page={pathname}>{children}</Boundary>
      </main>
    </>
  );
}

/** Finds messages by whatever names them. */
function Search() {
  const navigate = useNavigate();
  const [wrong, setWrong] = useState(false);

  function find(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = String(new FormData(form).get('q') ?? '');
    const q = searchable(typed);
    setWrong(q === null && typed.trim() !== '');
    if (q !== null) {
      form.reset();
      void navigate(`/messages?q=${encodeURIComponent(q)}`);
    }
  }

  return (
    <form role="search" onSubmit={find}>
      <label className="hidden" htmlFor="q">
        Find messages
      </label>
      <input
        id="q"
        name="q"
        type="search"
        placeholder="Message id, transaction, address, handler or route"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        aria-describedby={wrong ? 'q-wrong' : undefined}
      />
      <button type="submit">Find</button>
      {wrong && (
        <p id="q-wrong" role="alert">
          Write a message id, a transaction’s hash, an address, a handler Chain:0x… or a route A&gt;B.
        </p>
      )}
    </form>
  );
}
