package io.beckon.protocol.event;

import io.beckon.protocol.tenant.TenantId;

/** Where parts say that something changed. Fire and forget; at most once; cheap to call often. */
@FunctionalInterface
public interface ChangeFeed {
  void changed(ChangeKind kind, TenantId tenant, String id);
}
