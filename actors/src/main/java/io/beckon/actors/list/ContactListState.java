package io.beckon.actors.list;

import io.beckon.protocol.list.ContactListEvent.ImportEnded;
import io.beckon.protocol.list.ContactListEvent.ImportQueued;
import io.beckon.protocol.list.ImportId;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a list is being loaded.
 *
 * <pre>
 * Idle ──queued──▶ Loading ──queued──▶ Loading (one more waits)
 *   ▲                 │
 *   └──ended, none────┴──ended──▶ Loading (the next one)
 *      waits
 * </pre>
 */
sealed interface ContactListState {
  ContactListState queued(ImportQueued event);

  ContactListState ended(ImportEnded event);

  /** No import is open. */
  record Idle() implements ContactListState {
    @Override
    public Loading queued(ImportQueued event) {
      return new Loading(event.importId(), List.of());
    }

    @Override
    public Idle ended(ImportEnded event) {
      return this;
    }
  }

  /** One import is being loaded, others wait in the order they came. */
  record Loading(ImportId current, List<ImportId> waiting) implements ContactListState {
    public Loading {
      waiting = List.copyOf(waiting);
    }

    boolean knows(ImportId id) {
      return current.equals(id) || waiting.contains(id);
    }

    @Override
    public Loading queued(ImportQueued event) {
      var more = new ArrayList<>(waiting);
      more.add(event.importId());
      return new Loading(current, more);
    }

    @Override
    public ContactListState ended(ImportEnded event) {
      var left = new ArrayList<>(waiting);
      if (!current.equals(event.importId())) {
        left.remove(event.importId());
        return new Loading(current, left);
      }
      return left.isEmpty() ? new Idle() : new Loading(left.remove(0), left);
    }
  }
}
