package io.beckon.persistence.list;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.persistence.Revisions;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactListSettings;
import io.beckon.protocol.list.ContactListView;
import io.beckon.protocol.list.ContactLists;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Contact lists in PostgreSQL, each with partitions of its own. */
public final class PostgresContactLists implements ContactLists {
  private static final String VIEW =
      """
SELECT l.*,
  (SELECT coalesce(sum(i.accepted - i.elsewhere), 0) FROM import i WHERE i.tenant_id = l.tenant_id
    AND i.kind IN ('CONTACTS', 'SINGLE', 'PART') AND i.list_id = l.list_id
    AND i.state = 'COMPLETED') - l.removed AS contacts,
  (SELECT count(*) FROM import i WHERE i.tenant_id = l.tenant_id AND i.kind IN ('CONTACTS', 'PART')
    AND i.list_id = l.list_id AND i.state IN ('QUEUED', 'RUNNING')) AS open_imports,
  EXISTS (SELECT FROM import i LEFT JOIN import p ON p.import_id = i.parent_id
    WHERE i.tenant_id = l.tenant_id AND i.kind IN ('CONTACTS', 'PART')
    AND i.list_id = l.list_id AND i.state = 'COMPLETED'
    AND coalesce(p.origin, i.origin) ->> 'wrapper' = 'PGP') AS secured
FROM contact_list l
WHERE l.tenant_id = :tenant AND l.deleted_at IS NULL
""";

  private final Database database;
  private final Clock clock;

  public PostgresContactLists(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public CompletionStage<ContactListView> create(TenantId tenant, ContactListSettings settings) {
    return database.inTransaction(
        handle -> {
          var id =
              insert(handle, tenant, settings)
                  .orElseThrow(() -> new RefusedException(nameTaken(settings.name())));
          return view(handle, tenant, id).orElseThrow();
        });
  }

  @Override
  public CompletionStage<ContactListId> named(TenantId tenant, String name) {
    return database.inTransaction(
        handle ->
            insert(handle, tenant, ContactListSettings.named(name))
                .orElseGet(() -> byName(handle, tenant, name)));
  }

  private Optional<ContactListId> insert(
      Handle handle, TenantId tenant, ContactListSettings settings) {
    var id =
        handle
            .createQuery(
                "INSERT INTO contact_list (tenant_id, name, country, time_zone, caller_id,"
                    + " label_schema_id, created_at) VALUES (:tenant, :name, :country, :zone,"
                    + " :caller, :labels, :now)"
                    + " ON CONFLICT (tenant_id, name) WHERE deleted_at IS NULL DO NOTHING"
                    + " RETURNING list_id")
            .bind("tenant", tenant.value())
            .bind("name", settings.name())
            .bind("country", settings.country())
            .bind("zone", settings.timeZone())
            .bind("caller", settings.callerId())
            .bind("labels", PostgresLabelSchemas.idOf(handle, tenant, settings))
            .bind("now", clock.instant())
            .mapTo(Long.class)
            .findOne();
    id.ifPresent(list -> Partitions.create(handle, list));
    return id.map(ContactListId::new);
  }

  private static ContactListId byName(Handle handle, TenantId tenant, String name) {
    return handle
        .createQuery(
            "SELECT list_id FROM contact_list"
                + " WHERE tenant_id = ? AND name = ? AND deleted_at IS NULL")
        .bind(0, tenant.value())
        .bind(1, name)
        .map((row, ctx) -> new ContactListId(row.getLong(1)))
        .one();
  }

  @Override
  public CompletionStage<Optional<ContactListView>> find(TenantId tenant, ContactListId id) {
    return database.withHandle(handle -> view(handle, tenant, id));
  }

  private static Optional<ContactListView> view(Handle handle, TenantId tenant, ContactListId id) {
    return handle
        .createQuery(VIEW + " AND l.list_id = :list")
        .bind("tenant", tenant.value())
        .bind("list", id.value())
        .map(ContactListRow.ALONE)
        .findOne();
  }

  @Override
  public CompletionStage<Page<ContactListView>> page(
      TenantId tenant, @Nullable String name, PageRequest page) {
    return database.withHandle(
        handle -> {
          List<ContactListView> found =
              handle
                  .createQuery(
                      VIEW
                          + " AND l.list_id > :after AND (:name::text IS NULL OR l.name = :name)"
                          + " ORDER BY l.list_id LIMIT :limit")
                  .bind("tenant", tenant.value())
                  .bind("name", name)
                  .bind("after", page.afterNumber(0))
                  .bind("limit", page.limit() + 1)
                  .map(ContactListRow.OF_MANY)
                  .list();
          return Pages.of(found, page, l -> l.id().toString());
        });
  }

  @Override
  public CompletionStage<ContactListView> change(
      TenantId tenant, ContactListId id, ContactListSettings settings, OptionalLong revision) {
    return database.inTransaction(
        handle -> {
          handle.execute(
              "SELECT FROM contact_list WHERE list_id = ? FOR NO KEY UPDATE", id.value());
          var now = view(handle, tenant, id).orElseThrow(() -> unknown(id));
          Revisions.check(revision, now.revision());
          if (!now.name().equals(settings.name())
              && handle
                      .createQuery(
                          "SELECT count(*) FROM contact_list WHERE tenant_id = ? AND name = ?"
                              + " AND deleted_at IS NULL")
                      .bind(0, tenant.value())
                      .bind(1, settings.name())
                      .mapTo(Long.class)
                      .one()
                  > 0) {
            throw new RefusedException(nameTaken(settings.name()));
          }
          handle.execute(
              "UPDATE contact_list SET name = ?, country = ?, time_zone = ?, caller_id = ?,"
                  + " label_schema_id = ?, revision = revision + 1 WHERE list_id = ?",
              settings.name(),
              settings.country(),
              settings.timeZone(),
              settings.callerId(),
              PostgresLabelSchemas.idOf(handle, tenant, settings),
              id.value());
          return view(handle, tenant, id).orElseThrow();
        });
  }

  @Override
  public CompletionStage<Void> delete(TenantId tenant, ContactListId id) {
    return database
        .useTransaction(
            handle -> {
              var now = view(handle, tenant, id).orElseThrow(() -> unknown(id));
              ListRemoval.requireUnused(handle, tenant, now);
              handle.execute(
                  "UPDATE contact_list SET deleted_at = ?, revision = revision + 1"
                      + " WHERE list_id = ?",
                  clock.instant(),
                  id.value());
            })
        .thenAccept(gone -> ListRemoval.drop(database, id));
  }

  @Override
  public CompletionStage<Optional<String>> country(ListRef list) {
    var table = list.kind() == ImportKind.CONTACTS ? "contact_list" : "suppression_list";
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT coalesce(l.country, t.settings->>'country', t.country) FROM "
                        + table
                        + " l JOIN tenant t USING (tenant_id) WHERE l.tenant_id = ?"
                        + " AND l.list_id = ? AND l.deleted_at IS NULL")
                .bind(0, list.tenant().value())
                .bind(1, list.listId())
                .mapTo(String.class)
                .findOne());
  }

  private static RefusedException unknown(ContactListId id) {
    return new RefusedException(Refusal.notFound("contact list", id));
  }

  private static Refusal nameTaken(String name) {
    return Refusal.conflict(
        "NAME_TAKEN",
        "There is a contact list " + name + " already.",
        "Choose another name, or import into that list.");
  }
}
