package io.beckon.protocol.filedrop;

import io.beckon.protocol.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A watched place of a tenant.
 *
 * @param id the number of a source, or {@code contacts} or {@code suppression}: built in
 * @param ranAt when its last run began, or its settings were given; moments of its schedule after
 *     that are still to come or were missed
 * @param askedAt when somebody asked for a run that has not ended yet; null: nobody
 */
public record DropSource(
    TenantId tenant, String id, DropSettings settings, Instant ranAt, @Nullable Instant askedAt) {
  /** A folder that every tenant has. */
  public static DropSource builtIn(TenantId tenant, String id, DropSettings settings) {
    return new DropSource(tenant, id, settings, Instant.EPOCH, null);
  }

  public boolean isBuiltIn() {
    return id.equals("contacts") || id.equals("suppression");
  }
}
