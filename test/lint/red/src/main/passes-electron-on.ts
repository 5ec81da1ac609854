// drivebell(one-adapter) Import electron's parts by name
export { shell } from 'electron/main';
