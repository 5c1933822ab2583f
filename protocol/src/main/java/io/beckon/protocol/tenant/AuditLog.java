package io.beckon.protocol.tenant;

import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Who changed what, kept for good; newest first. */
public interface AuditLog {
  CompletionStage<Void> record(Principal who, Entry entry);

  CompletionStage<Page<AuditView>> list(TenantId tenant, PageRequest page);

  /**
   * @param action such as {@code POST} or {@code WIDEN_CONTACT_TIMES}
   * @param object what it was done to: the path of the REST API
   * @param detail names, ids and counts; never a phone number, an address or a secret
   */
  record Entry(String action, String object, Map<String, String> detail) {
    public Entry {
      detail = Map.copyOf(detail);
    }
  }

  record AuditView(
      String id,
      Instant at,
      String actor,
      String action,
      String object,
      Map<String, String> detail) {
    public AuditView {
      detail = Map.copyOf(detail);
    }
  }
}
