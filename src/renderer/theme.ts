import { useSyncExternalStore } from 'react';
import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';

// Both are Fluent's ramp around #0F6CBD. Under forced colours the system's palette wins over either.
const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, system-ui, 'Noto Sans', sans-serif";
const light: Theme = { ...webLightTheme, fontFamilyBase };
const dark: Theme = { ...webDarkTheme, fontFamilyBase };

const darkQuery = '(prefers-color-scheme: dark)';

/** The theme the system asks for, followed live. */
export function useTheme(): Theme {
  return useMedia(darkQuery) ? dark : light;
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
