package io.beckon.persistence.reference;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.reference.Territories;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code excludedTerritories} out of a tenant's settings. */
public final class ExcludedTerritories {
  private ExcludedTerritories() {}

  /**
   * @param json null: settings that say nothing of it
   */
  public static Territories read(@Nullable String json) {
    return json == null
        ? Territories.REMOTE
        : Territories.of(List.of(JsonColumn.read(json, String[].class)));
  }
}
