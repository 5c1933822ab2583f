/** The longest wait of a test for one thing, in ms: the machine may be doing much else. */
export const PATIENCE = 90_000;
