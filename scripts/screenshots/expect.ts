import { expect as usual } from '@playwright/test';

/** Also on a computer that is busy. */
export const expect = usual.configure({ timeout: 20_000 });
