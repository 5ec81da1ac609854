// eslint(no-console) console
export const tell = (): void => console.error('offline');
