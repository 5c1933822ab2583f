import { defineConfig } from 'vitest/config';

// Browser tests against a real node: one after the other, with patience for a machine that is busy.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    bail: 1,
    globalSetup: ['./node.ts'],
  },
});
