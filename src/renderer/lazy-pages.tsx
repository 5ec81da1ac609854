import { later } from './later.tsx';

// The window opens on Activity: whatever its first drawing does not need comes later.
export const DrivesPage = later(async () => (await import('./drives/drives-page.tsx')).DrivesPage);
export const SettingsPage = later(
  async () => (await import('./settings/settings-page.tsx')).SettingsPage,
);
export const Welcome = later(async () => (await import('./welcome/welcome.tsx')).Welcome);
export const SearchField = later(
  async () => (await import('./activity/search-field.tsx')).SearchField,
);
export const FilterPanel = later(
  async () => (await import('./activity/filter-panel.tsx')).FilterPanel,
);
export const FilterTags = later(
  async () => (await import('./activity/filter-tags.tsx')).FilterTags,
);
export const GroupList = later(async () => (await import('./activity/group-list.tsx')).GroupList);
export const DayPicture = later(
  async () => (await import('./activity/day-picture.tsx')).DayPicture,
);
export const RowMenu = later(async () => (await import('./activity/row-menu.tsx')).RowMenu);
export const RuleDialog = later(async () => (await import('./rules/rule-dialog.tsx')).RuleDialog);
export const WhyDialog = later(
  async () => (await import('./diagnostics/why-dialog.tsx')).WhyDialog,
);
export const MessageBars = later(
  async () => (await import('./shell/message-bars.tsx')).MessageBars,
);
export const LateSpinner = later(
  async () => (await import('./shell/late-spinner.tsx')).LateSpinner,
  { isSpare: true },
);
export const RailTooltip = later(
  async () => (await import('./shell/rail-tooltip.tsx')).RailTooltip,
  { isSpare: true },
);
export const TabsterKept = later(
  async () => (await import('./shell/tabster-kept.tsx')).TabsterKept,
  { isSpare: true },
);
export const FocusKept = later(async () => (await import('./shell/focus-kept.tsx')).FocusKept, {
  isSpare: true,
});
export const OtherWaysDialog = later(
  async () => (await import('./sign-in/other-ways-dialog.tsx')).OtherWaysDialog,
);
export const DeviceCodeDialog = later(
  async () => (await import('./sign-in/device-code-dialog.tsx')).DeviceCodeDialog,
);
export const WeakStorageDialog = later(
  async () => (await import('./sign-in/weak-storage-dialog.tsx')).WeakStorageDialog,
);
export const AddDriveDialog = later(
  async () => (await import('./adding/add-drive-dialog.tsx')).AddDriveDialog,
);
export const MoreWays = later(async () => (await import('./adding/more-ways.tsx')).MoreWays);
