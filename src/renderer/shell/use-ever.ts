import { useState } from 'react';

/** Whether it has ever been so: what comes when it is first opened stays, so that it can fade out. */
export function useEver(isSo: boolean): boolean {
  const [wasSo, setWasSo] = useState(isSo);
  if (isSo && !wasSo) setWasSo(true);
  return isSo || wasSo;
}
