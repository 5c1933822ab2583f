package io.beckon.protocol.list;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An upload rule as the API shows it. */
public record UploadRuleView(
    UploadRuleId id,
    String name,
    UploadRule.Kind kind,
    @Nullable String field,
    List<UploadRule.Target> targets,
    Instant createdAt,
    long revision) {
  /** What may be changed. */
  public UploadRule rule() {
    return new UploadRule(name, kind, field, targets);
  }
}
