package io.beckon.protocol.list;

import io.beckon.protocol.Wire;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the re-zoning of a list is.
 *
 * @param contactsTotal how many the list has now
 * @param contacts that were gone over
 * @param devices of theirs
 * @param changed devices whose zones, state or line type are others now
 * @param records of campaign groups that follow
 */
public record RezoningView(
    RezoningId id,
    ContactListId listId,
    State state,
    long contactsTotal,
    long contacts,
    long devices,
    long changed,
    long records,
    String askedBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt)
    implements Wire {
  /** QUEUED also while imports that began before are still under way. */
  public enum State {
    QUEUED,
    RUNNING,
    COMPLETED,
    CANCELLED
  }
}
