// drivebell(one-adapter) Import electron's parts by name
export * from 'electron';
