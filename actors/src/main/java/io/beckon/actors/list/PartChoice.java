package io.beckon.actors.list;

import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.Split;
import io.beckon.protocol.selection.RuleMatcher;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells which list of a split import takes a row, by what the row holds. */
final class PartChoice {
  private final List<RuleMatcher> matchers;

  private PartChoice(List<RuleMatcher> matchers) {
    this.matchers = matchers;
  }

  /** Null when nothing is split, or by numbers alone. */
  static @Nullable PartChoice of(@Nullable Split split) {
    return split == null || !split.byContent()
        ? null
        : new PartChoice(
            split.parts().stream()
                .map(p -> RuleMatcher.of(Objects.requireNonNull(p.rule())))
                .toList());
  }

  int of(CookedContact contact) {
    for (int i = 0; i < matchers.size(); i++) {
      if (!matchers.get(i).selected(contact).isEmpty()) {
        return i;
      }
    }
    return Split.HERE;
  }
}
