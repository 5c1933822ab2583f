package io.beckon.protocol.filedrop;

import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A watched place of a tenant.
 *
 * @param id the number of a source, or {@code contacts} or {@code suppression}: built in
 * @param revision of the settings
 */
public record DropSource(
    TenantId tenant, String id, long revision, DropSettings settings, Past past) {
  /**
   * What is kept of its runs.
   *
   * @param ranAt when its last run began, or its settings were given; moments of its schedule after
   *     that are still to come or were missed
   * @param askedAt when somebody asked for a run that has not ended yet; null: nobody
   * @param trouble null when the last look with these settings did not fail
   */
  public record Past(Instant ranAt, @Nullable Instant askedAt, @Nullable DropTrouble trouble) {}

  /** A folder that every tenant has. */
  public static DropSource builtIn(TenantId tenant, String id, DropSettings settings) {
    return new DropSource(tenant, id, 0, settings, new Past(Instant.EPOCH, null, null));
  }

  public Instant ranAt() {
    return past.ranAt();
  }

  public @Nullable Instant askedAt() {
    return past.askedAt();
  }

  public boolean isBuiltIn() {
    return id.equals("contacts") || id.equals("suppression");
  }
}
