// eslint(no-restricted-globals) Unexpected use of 'window'
// eslint(no-restricted-globals) Unexpected use of 'document'
// eslint(no-restricted-globals) Unexpected use of 'navigator'
// eslint(no-restricted-globals) Unexpected use of 'localStorage'
// eslint(no-restricted-globals) core is plain Node
export const page = (): readonly unknown[] => [window, document, navigator, localStorage];
