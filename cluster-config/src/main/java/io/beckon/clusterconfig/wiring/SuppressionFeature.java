package io.beckon.clusterconfig.wiring;

import io.beckon.clusterconfig.node.Node;
import io.beckon.http.pgp.EncryptedDownloads;
import io.beckon.http.suppression.SuppressionRoutes;
import io.beckon.persistence.compliance.PostgresErasures;
import io.beckon.persistence.compliance.RedisMaster;
import io.beckon.persistence.compliance.RedisMirror;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.persistence.suppression.CountedSuppressions;
import io.beckon.persistence.suppression.FlushedEntries;
import io.beckon.persistence.suppression.OverdueEntries;
import io.beckon.persistence.suppression.PostgresSuppressionEntries;
import io.beckon.persistence.suppression.PostgresSuppressionLists;
import io.beckon.persistence.suppression.RedisSuppressionPublisher;
import io.beckon.persistence.suppression.RetoldEntries;
import io.beckon.protocol.compliance.Erasures;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.Sweep;
import io.beckon.protocol.suppression.SuppressionEntries;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionLists;
import io.beckon.protocol.suppression.SuppressionPublisher;
import io.beckon.protocol.suppression.Suppressor;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Puts together suppression lists and their index in Redis on a node. */
record SuppressionFeature(
    RedisMaster redis,
    RedisOutbox outbox,
    SuppressionLists lists,
    SuppressionEntries entries,
    Suppressor suppressor,
    SuppressionPublisher publisher,
    List<Sweep> sweeps,
    Erasures erasures) {
  private static final String WHAT = "suppression list";

  static SuppressionFeature start(Node node) {
    var database = node.stores().database();
    var redis = RedisMaster.start(node.stores().redis(), database);
    var mirror = new RedisMirror(redis);
    var outbox = new RedisOutbox(database, mirror).start();
    var lists = new PostgresSuppressionLists(database, outbox, node.clock());
    var entries = new PostgresSuppressionEntries(database, outbox, lists, node.clock());
    node.stores()
        .readiness()
        .require("redis-filled", () -> CompletableFuture.completedFuture(redis.isLinked()));
    node.context()
        .getSystem()
        .getWhenTerminated()
        .whenComplete(
            (done, trouble) -> {
              outbox.close();
              redis.close();
            });
    return new SuppressionFeature(
        redis,
        outbox,
        lists,
        entries,
        entries,
        new RedisSuppressionPublisher(database, outbox, mirror),
        List.of(
            new FlushedEntries(database, outbox),
            new RetoldEntries(database, outbox),
            new OverdueEntries(database, outbox, node.clock()),
            new CountedSuppressions(database, node.clock())),
        new PostgresErasures(outbox, node.clock()));
  }

  void serve(Rest rest, ListFeature list, EncryptedDownloads downloads) {
    rest.add(
        new SuppressionRoutes(
            lists,
            entries,
            (tenant, id) -> list.uploads().imports(ref(tenant, id), WHAT),
            (tenant, id) -> list.previews().previews(ref(tenant, id), WHAT),
            downloads));
  }

  private static ListRef ref(TenantId tenant, SuppressionListId id) {
    return new ListRef(tenant, ImportKind.SUPPRESSION, id.value());
  }
}
