package io.beckon.protocol.list;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.pattern.StatusReply;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.beckon.protocol.Wire;

/** What a list is told about its imports. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ContactListCommand.Queue.class, name = "queue"),
  @JsonSubTypes.Type(value = ContactListCommand.Wake.class, name = "wake"),
  @JsonSubTypes.Type(value = ContactListCommand.Ended.class, name = "ended")
})
public sealed interface ContactListCommand extends Wire {
  /** Takes an import that is kept as QUEUED; repeats are harmless. */
  record Queue(ImportId importId, ActorRef<StatusReply<Done>> replyTo)
      implements ContactListCommand {}

  /** An open import has been silent: it gets a new loader, or its turn. Idempotent. */
  record Wake(ImportId importId) implements ContactListCommand {}

  /** The import is final. */
  record Ended(ImportId importId) implements ContactListCommand {}

  /** Door for what the entity tells itself; never leaves its node. */
  non-sealed interface Internal extends ContactListCommand {}
}
