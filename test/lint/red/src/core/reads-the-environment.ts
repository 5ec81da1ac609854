// eslint(no-restricted-globals) core is plain Node
export const home = process.env['HOME'];
