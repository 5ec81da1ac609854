import { useEffect, useState } from 'react';

const quietMs = 200;

interface SearchText {
  /** As typed. */
  readonly typed: string;
  /** What to search for, once nobody has typed for a moment. */
  readonly text: string;
  readonly type: (typed: string) => void;
}

export function useSearch(): SearchText {
  const [typed, type] = useState('');
  const [text, setText] = useState('');
  const wanted = typed.trim();
  useEffect(() => {
    const timer = setTimeout(() => setText(wanted), wanted === '' ? 0 : quietMs);
    return () => clearTimeout(timer);
  }, [wanted]);
  return { typed, text, type };
}
