package io.beckon.actors.list;

import akka.Done;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.pattern.StatusReply;
import io.beckon.protocol.event.ChangeFeed;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.list.ContactListCommand;
import io.beckon.protocol.list.ImportDesk;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.NewImport;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps imports in PostgreSQL first and then tells their lists. If a list cannot be told, the
 * import is not lost: the keeper finds it.
 */
public final class ShardedImportDesk implements ImportDesk {
  private static final Logger log = LoggerFactory.getLogger(ShardedImportDesk.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ClusterSharding sharding;
  private final Imports imports;
  private final ChangeFeed changes;

  public ShardedImportDesk(ClusterSharding sharding, Imports imports, ChangeFeed changes) {
    this.sharding = sharding;
    this.imports = imports;
    this.changes = changes;
  }

  @Override
  public CompletionStage<ImportId> submit(NewImport wish) {
    return imports.create(wish).thenCompose(id -> announce(wish.list(), id).thenApply(done -> id));
  }

  @Override
  public CompletionStage<Void> announce(ListRef list, ImportId id) {
    return tell(list, id)
        .handle(
            (done, failure) -> {
              if (failure != null) {
                log.warn("list={} import={} not told yet", list, id, failure);
              }
              changes.changed(ChangeKind.IMPORT, list.tenant(), id.toString());
              return null;
            });
  }

  private CompletionStage<Done> tell(ListRef list, ImportId id) {
    return sharding
        .entityRefFor(ContactList.TYPE, list.entityId())
        .<StatusReply<Done>>ask(replyTo -> new ContactListCommand.Queue(id, replyTo), PATIENCE)
        .thenApply(StatusReply::getValue);
  }

  @Override
  public CompletionStage<ImportView> cancel(ListRef list, ImportId id) {
    return imports
        .cancel(list.tenant(), id)
        .thenApply(
            view -> {
              sharding
                  .entityRefFor(ContactList.TYPE, list.entityId())
                  .tell(new ContactListCommand.Ended(id));
              changes.changed(ChangeKind.IMPORT, list.tenant(), id.toString());
              return view;
            });
  }
}
