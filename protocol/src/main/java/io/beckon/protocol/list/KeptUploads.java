package io.beckon.protocol.list;

import io.beckon.protocol.tenant.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Files that were uploaded for a preview; forgotten after a day. */
public interface KeptUploads {
  Duration KEPT = Duration.ofDays(1);

  CompletionStage<KeptUpload> keep(ListRef list, String fileName, StagedFile file);

  /** Empty as well when it was forgotten, or its list deleted. */
  CompletionStage<Optional<KeptUpload>> find(TenantId tenant, PreviewId id);
}
