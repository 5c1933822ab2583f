package io.beckon.protocol.list;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beckon.protocol.JournalEvent;
import java.time.Instant;

/** The life of a list's imports; what they did stands in PostgreSQL. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ContactListEvent.ImportQueued.class, name = "import-queued"),
  @JsonSubTypes.Type(value = ContactListEvent.ImportStarted.class, name = "import-started"),
  @JsonSubTypes.Type(value = ContactListEvent.ImportEnded.class, name = "import-ended")
})
public sealed interface ContactListEvent extends JournalEvent {
  /** It waits for its turn; a list loads one file at a time. */
  record ImportQueued(ImportId importId, Instant at) implements ContactListEvent {}

  /**
   * A loader was asked for; not for the first time when it had fallen silent.
   *
   * @param epoch of that loader
   */
  record ImportStarted(ImportId importId, long epoch, Instant at) implements ContactListEvent {}

  record ImportEnded(ImportId importId, Instant at) implements ContactListEvent {}
}
