import { useEffect, useState } from 'react';

/** What takes longer than this is waited for, and has to say so. */
const lateMs = 300;

/** Whether what is under way has been so for a while. */
export function useLate(isUnderWay: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setTimeout(() => setLate(true), lateMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isUnderWay]);
  return isLate && isUnderWay;
}
