import { defineConfig } from 'vitest/config';
import { PATIENCE } from './patience.ts';

// Browser tests against one real node, side by side as its users are: mostly they wait for dialing.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    maxWorkers: 3,
    testTimeout: 4 * PATIENCE,
    hookTimeout: 300_000,
    bail: 1,
    expect: { poll: { timeout: PATIENCE } },
    globalSetup: ['./node.ts'],
  },
});
