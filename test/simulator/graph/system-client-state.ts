/** The same for everybody, so no proof of anything (sheet 1.3). */
export const systemClientState = 'system-managed:8082D436-D8DA-458D-96AD-34C902B73F37';
