import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

/** Between two keys of one entry there is less. */
const pauseMs = 600;

interface Typed {
  readonly text: string;
  /** Said only once nobody goes on typing. */
  readonly isWrong: boolean;
  readonly type: (text: string) => void;
  readonly settle: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface TypedParts {
  /** What holds. */
  readonly value: string;
  readonly isValid: (text: string) => boolean;
  /** Whether it was kept. */
  readonly send: (text: string) => Promise<boolean>;
}

/** Half of a number is another number: what is typed is sent when it is complete. */
export function useTyped({ value, isValid, send }: TypedParts): Typed {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [isWrong, setWrong] = useState(false);
  const sent = useRef<string | null>(null);
  if (known !== value) {
    setKnown(value);
    if (text === known) setText(value);
  }
  async function settle(): Promise<void> {
    setWrong(!isValid(text));
    if (!isValid(text) || text === (sent.current ?? value)) return;
    sent.current = text;
    if (!(await send(text))) setText(value);
    sent.current = null;
  }
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  const timer = useRef(0);
  useEffect(
    // Whoever leaves the page has finished.
    () => () => {
      clearTimeout(timer.current);
      void latest.current();
    },
    [],
  );
  return {
    text,
    isWrong,
    type: (text) => {
      setText(text);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void latest.current(), pauseMs);
    },
    settle: () => void settle(),
    onKeyDown: ({ key }) => {
      if (key === 'Enter') void settle();
    },
  };
}
