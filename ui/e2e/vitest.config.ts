import { defineConfig } from 'vitest/config';

// Browser tests against one real node, side by side as its users are: mostly they wait for dialing.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    bail: 1,
    expect: { poll: { timeout: 30_000 } },
    globalSetup: ['./node.ts'],
  },
});
