// typescript(switch-exhaustiveness-check) not exhaustive
export function isTrouble(state: 'live' | 'offline'): boolean {
  switch (state) {
    case 'live':
      return false;
  }
  return true;
}
