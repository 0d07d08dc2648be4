import { useEffect, useRef, useState } from 'react';
import { hrefOf } from '../../../shared/page-routes.ts';
import { meaningOf, TOGETHER_MS } from './shortcuts.ts';

interface Shortcuts {
  /** The list of keys is open. */
  readonly isListed: boolean;
  closeList(): void;
}

/**
 * Follows single keys anywhere on the page, but where somebody types, and while a dialog is open.
 * @param onSearch for a page that has no field to search in
 */
export function useShortcuts(onSearch: () => void): Shortcuts {
  const [isListed, setListed] = useState(false);
  const before = useRef<{ readonly key: string; readonly at: number }>(undefined);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || hasDialog()) return;
      const last = before.current;
      const recent = last !== undefined && event.timeStamp - last.at < TOGETHER_MS ? last.key : undefined;
      before.current = { key: event.key, at: event.timeStamp };
      const meaning = meaningOf(event.key, recent);
      if (meaning === undefined) return;
      if (meaning.kind !== 'begin') {
        event.preventDefault();
        before.current = undefined;
      }
      if (meaning.kind === 'list') setListed(true);
      if (meaning.kind === 'go') window.location.hash = hrefOf(meaning.page);
      if (meaning.kind === 'search') {
        const field = document.querySelector<HTMLElement>('main input[type="search"]');
        if (field) field.focus();
        else onSearch();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onSearch]);
  return { isListed, closeList: () => setListed(false) };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select') !== null)
  );
}

function hasDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}
