// typescript(no-implied-eval) Function constructor
export const run = (text: string): unknown => new Function(text);
