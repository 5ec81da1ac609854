import { useRestoreFocusTarget } from '@fluentui/react-components';

/**
 * Tabster, below Fluent, hides the window from screen readers behind a dialog. When the last part
 * that needs Tabster goes, it goes too, and leaves hidden what it hid: the window itself keeps it.
 */
export function TabsterKept(): null {
  useRestoreFocusTarget();
  return null;
}
