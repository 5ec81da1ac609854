// eslint(no-restricted-globals) core is plain Node
export const online = (): boolean => navigator.onLine;
