package io.beckon.protocol.selection;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one device.
 *
 * @param failure why a custom expression could not be evaluated, where that decides: the device is
 *     not selected then; null otherwise
 */
public record Verdict(boolean selected, @Nullable String failure) {
  static final Verdict SELECTED = new Verdict(true, null);
  static final Verdict OUTSIDE = new Verdict(false, null);

  static Verdict failed(String reason) {
    return new Verdict(false, reason);
  }
}
