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
