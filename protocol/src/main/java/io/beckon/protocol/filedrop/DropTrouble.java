package io.beckon.protocol.filedrop;

import java.time.Instant;

/**
 * That looks at a place fail.
 *
 * @param sentence why the last one did
 * @param failures in a row, 1 or more
 * @param nextTry when it is looked at again
 */
public record DropTrouble(String sentence, int failures, Instant nextTry) {
  public DropTrouble {
    if (failures < 1) {
      throw new IllegalArgumentException("failures must be 1 or more, was " + failures);
    }
  }
}
