package io.beckon.protocol.filedrop;

import io.beckon.protocol.tenant.TenantId;

/**
 * A watched place of a tenant.
 *
 * @param id the number of a source, or {@code contacts} or {@code suppression}: built in
 */
public record DropSource(TenantId tenant, String id, DropSettings settings) {
  public boolean isBuiltIn() {
    return id.equals("contacts") || id.equals("suppression");
  }
}
