package io.beckon.persistence.filedrop;

import io.beckon.persistence.Database;
import io.beckon.persistence.list.PostgresImports;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.DropWork;
import io.beckon.protocol.filedrop.TakenFiles;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.NewImport;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** What was taken, in PostgreSQL: the primary key decides who takes a content. */
public final class PostgresTakenFiles implements TakenFiles {
  private static final String FORGET_TAKEN =
      "DELETE FROM taken_file WHERE tenant_id = ? AND source = ?";
  private static final String FORGET_SEEN =
      "DELETE FROM seen_file WHERE tenant_id = ? AND source = ?";

  private static final String REPLACED =
      """
      SELECT EXISTS (SELECT FROM taken_file t
        JOIN taken_file later ON later.tenant_id = t.tenant_id AND later.source = t.source
          AND later.import_id > t.import_id
        JOIN import i ON i.import_id = later.import_id AND i.kind = :kind AND i.list_id = :list
        WHERE t.tenant_id = :tenant AND t.source = :source AND t.sha256 = :sha256
          AND (t.file_name <> :name OR later.file_name = :name))
      """;

  private final Database database;
  private final Clock clock;

  public PostgresTakenFiles(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Taken> take(DropSource source, NewImport wish) {
    return database.inTransaction(
        handle -> {
          boolean first =
              handle.execute(
                      "INSERT INTO taken_file (tenant_id, source, sha256, file_name, taken_at)"
                          + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                      source.tenant().value(),
                      source.id(),
                      wish.file().sha256(),
                      wish.fileName(),
                      clock.instant())
                  == 1;
          if (!first && !wasReplaced(handle, source, wish)) {
            return new Taken(before(handle, source, wish).orElseThrow(), false);
          }
          var id = PostgresImports.create(handle, wish, clock);
          planned(handle, source.settings().work(), id);
          handle.execute(
              "UPDATE taken_file SET import_id = ?, file_name = ?"
                  + " WHERE tenant_id = ? AND source = ? AND sha256 = ?",
              id.value(),
              wish.fileName(),
              source.tenant().value(),
              source.id(),
              wish.file().sha256());
          return new Taken(id, true);
        });
  }

  private static void planned(Handle handle, DropWork work, ImportId id) {
    var group = work.campaignGroupId();
    if (group != null) {
      handle.execute(
          "UPDATE import SET then_start = ? WHERE import_id = ?", group.value(), id.value());
    }
    var template = work.templateId();
    if (template != null) {
      handle.execute(
          "UPDATE import SET then_template = ? WHERE import_id = ?",
          Long.parseLong(template),
          id.value());
    }
  }

  /**
   * Whether what this content made of the list was changed since by another file of the place: with
   * UPDATE and REPLACE it is taken again then. Of two nodes that ask, the second waits.
   */
  private static boolean wasReplaced(Handle handle, DropSource source, NewImport wish) {
    if (wish.options().modeOrUsual() == ImportMode.APPEND) {
      return false;
    }
    handle.execute(
        "SELECT FROM taken_file WHERE tenant_id = ? AND source = ? AND sha256 = ? FOR UPDATE",
        source.tenant().value(),
        source.id(),
        wish.file().sha256());
    return handle
        .createQuery(REPLACED)
        .bind("tenant", source.tenant().value())
        .bind("source", source.id())
        .bind("sha256", wish.file().sha256())
        .bind("name", wish.fileName())
        .bind("kind", wish.list().kind().name())
        .bind("list", wish.list().listId())
        .mapTo(Boolean.class)
        .one();
  }

  private static Optional<ImportId> before(Handle handle, DropSource source, NewImport wish) {
    return handle
        .createQuery(
            "SELECT import_id FROM taken_file WHERE tenant_id = ? AND source = ? AND sha256 = ?")
        .bind(0, source.tenant().value())
        .bind(1, source.id())
        .bind(2, wish.file().sha256())
        .map((row, ctx) -> new ImportId(row.getLong(1)))
        .findOne();
  }

  @Override
  public CompletionStage<Standing> standing(DropSource source, Seen file) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT to_put_away FROM seen_file WHERE tenant_id = ? AND source = ?"
                        + " AND path = ? AND bytes = ? AND modified_at = ?")
                .bind(0, source.tenant().value())
                .bind(1, source.id())
                .bind(2, file.path())
                .bind(3, file.bytes())
                .bind(4, file.modified())
                .map((row, ctx) -> row.getBoolean(1) ? Standing.TO_PUT_AWAY : Standing.DONE)
                .findOne()
                .orElse(Standing.NEW));
  }

  @Override
  public CompletionStage<Void> mark(DropSource source, Seen file, Standing standing) {
    return database.useTransaction(
        handle -> {
          if (standing == Standing.NEW) {
            handle.execute(
                FORGET_SEEN + " AND path = ?", source.tenant().value(), source.id(), file.path());
          } else {
            keep(handle, source, file, standing);
          }
        });
  }

  private static void keep(Handle handle, DropSource source, Seen file, Standing standing) {
    handle.execute(
        "INSERT INTO seen_file (tenant_id, source, path, bytes, modified_at, to_put_away)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, source, path) DO UPDATE SET"
            + " bytes = excluded.bytes, modified_at = excluded.modified_at,"
            + " to_put_away = excluded.to_put_away",
        source.tenant().value(),
        source.id(),
        file.path(),
        file.bytes(),
        file.modified(),
        standing == Standing.TO_PUT_AWAY);
  }

  @Override
  public CompletionStage<Void> forget(TenantId tenant, String source) {
    return database.useTransaction(
        handle -> {
          handle.execute(FORGET_TAKEN, tenant.value(), source);
          handle.execute(FORGET_SEEN, tenant.value(), source);
        });
  }
}
