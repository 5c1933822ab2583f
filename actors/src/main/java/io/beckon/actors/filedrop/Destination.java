package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.suppression.SuppressionListId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The list that a file goes to: the one that its place names, else the one of the file's name. */
record Destination(DropPorts ports, DropSource source) {
  /**
   * A list.
   *
   * @param country of numbers without country code
   */
  record Found(ListRef list, String country) {}

  CompletionStage<Found> of(String fileName) {
    return list(ListName.of(fileName))
        .thenCompose(list -> country(list).thenApply(country -> new Found(list, country)));
  }

  private CompletionStage<ListRef> list(String name) {
    var work = source.settings().work();
    if (work.action().lists() == ImportKind.SUPPRESSION) {
      var id = work.suppressionListId();
      var found =
          id == null
              ? ports.suppressionLists().named(source.tenant(), name)
              : CompletableFuture.completedFuture(SuppressionListId.parse(id));
      return found.thenApply(l -> new ListRef(source.tenant(), ImportKind.SUPPRESSION, l.value()));
    }
    var id = work.contactListId();
    var found =
        id == null
            ? ports.contactLists().named(source.tenant(), name)
            : CompletableFuture.completedFuture(ContactListId.parse(id));
    return found.thenApply(l -> ListRef.of(source.tenant(), l));
  }

  private CompletionStage<String> country(ListRef list) {
    return ports
        .contactLists()
        .country(list)
        .thenApply(
            country ->
                country.orElseThrow(
                    () -> new IllegalStateException("the list of this place was deleted")));
  }
}
