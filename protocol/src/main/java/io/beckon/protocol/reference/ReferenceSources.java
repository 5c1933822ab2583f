package io.beckon.protocol.reference;

import java.util.concurrent.CompletionStage;

/** Where reference data is fetched from, and how that went. */
public interface ReferenceSources {
  CompletionStage<ReferenceSource.Standing> standing();

  /** From now on; the first look is due at once. */
  CompletionStage<ReferenceSource.Standing> change(ReferenceSource source);

  /** Makes a look due; refused (409 {@code NO_SOURCE}) when there is nowhere to look. */
  CompletionStage<ReferenceSource.Standing> look();
}
