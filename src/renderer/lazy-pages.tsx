import { lazy } from 'react';

// Loaded when first shown: the window opens on Activity, which needs half of the code.
export const DrivesPage = lazy(async () => {
  const { DrivesPage } = await import('./drives/drives-page.tsx');
  return { default: DrivesPage };
});

export const SettingsPage = lazy(async () => {
  const { SettingsPage } = await import('./settings/settings-page.tsx');
  return { default: SettingsPage };
});

export const Welcome = lazy(async () => {
  const { Welcome } = await import('./welcome/welcome.tsx');
  return { default: Welcome };
});

export const OtherWaysDialog = lazy(async () => {
  const { OtherWaysDialog } = await import('./sign-in/other-ways-dialog.tsx');
  return { default: OtherWaysDialog };
});

export const DeviceCodeDialog = lazy(async () => {
  const { DeviceCodeDialog } = await import('./sign-in/device-code-dialog.tsx');
  return { default: DeviceCodeDialog };
});

export const WeakStorageDialog = lazy(async () => {
  const { WeakStorageDialog } = await import('./sign-in/weak-storage-dialog.tsx');
  return { default: WeakStorageDialog };
});

export const RowMenu = lazy(async () => {
  const { RowMenu } = await import('./activity/row-menu.tsx');
  return { default: RowMenu };
});

export const RuleDialog = lazy(async () => {
  const { RuleDialog } = await import('./rules/rule-dialog.tsx');
  return { default: RuleDialog };
});
