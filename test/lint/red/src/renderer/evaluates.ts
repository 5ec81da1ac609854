// eslint(no-eval) eval
export const run = (text: string): unknown => eval(text);
