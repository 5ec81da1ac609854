// drivebell(one-adapter) Only src/main/theme.ts uses nativeTheme
import { nativeTheme } from 'electron';

export const use = (): unknown => nativeTheme.shouldUseDarkColors;
