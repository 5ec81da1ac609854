import { useState } from 'react';
import { states } from '../shared/state.ts';

export const useChoice = (): unknown => useState(states[0]);
