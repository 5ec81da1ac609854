// eslint(no-console) console
export const tell = (): void => console.log('live');
