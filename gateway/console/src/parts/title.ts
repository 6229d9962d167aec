import { useEffect } from 'react';

/** The document's title, which readers of the screen hear first. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Settlement console`;
  }, [title]);
}
