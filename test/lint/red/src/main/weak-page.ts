// drivebell(no-unsafe-preference) nodeIntegration: true
export const preferences = { nodeIntegration: true };
