// drivebell(no-unsafe-preference) enableBlinkFeatures
export const preferences = { enableBlinkFeatures: 'ExecCommandInJavaScript' };
