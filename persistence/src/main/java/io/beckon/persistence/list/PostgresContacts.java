package io.beckon.persistence.list;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.persistence.Database;
import io.beckon.persistence.list.export.ContactSheet;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ChunkSpan;
import io.beckon.protocol.list.ContactChunk;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.Contacts;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.CookedDevice;
import io.beckon.protocol.list.Dedupe;
import io.beckon.protocol.list.ExportColumn;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.LoadTerms;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** Contacts in PostgreSQL. */
public final class PostgresContacts implements Contacts {
  private static final String PAGE =
      """
      SELECT c.*, (SELECT json_agg(json_build_object('value', d.value, 'country', d.country,
          'state', d.state, 'zones', CASE WHEN d.zone_key = '' THEN '[]'::json
            ELSE array_to_json(string_to_array(d.zone_key, '|')) END) ORDER BY d.chain_n)
        FROM device d WHERE d.list_id = :list AND d.contact_id = c.contact_id) AS devices
      FROM contact c
      JOIN import i ON i.import_id = c.import_id AND i.state = 'COMPLETED'
      WHERE c.list_id = :list AND c.tenant_id = :tenant AND c.contact_id > :after
      ORDER BY c.contact_id LIMIT :limit
      """;

  /** The one import of single contacts that a list has. */
  private static final String SINGLE =
      """
      INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256, options, bytes_total,
        heard_at, created_at, finished_at, rows_read, accepted)
      VALUES (:tenant, 'SINGLE', :list, 'COMPLETED', '', '', '{}', 0, :now, :now, :now, 1, 1)
      ON CONFLICT (list_id) WHERE kind = 'SINGLE' AND state = 'COMPLETED' DO UPDATE SET
        rows_read = import.rows_read + 1, accepted = import.accepted + 1
      RETURNING import_id
      """;

  private final Database database;
  private final CopySource files;
  private final Clock clock;

  public PostgresContacts(Database database, CopySource files, Clock clock) {
    this.database = database;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Page<ContactView>> page(
      TenantId tenant, ContactListId list, PageRequest page) {
    return database.withHandle(
        handle ->
            Pages.of(
                page(handle, tenant, list, page.afterNumber(0), page.limit() + 1),
                page,
                c -> c.id().toString()));
  }

  private static List<ContactView> page(
      Handle handle, TenantId tenant, ContactListId list, long after, int limit) {
    return handle
        .createQuery(PAGE)
        .bind("tenant", tenant.value())
        .bind("list", list.value())
        .bind("after", after)
        .bind("limit", limit)
        .map(new ContactRow())
        .list();
  }

  @Override
  public CompletionStage<ContactView> add(
      TenantId tenant, ContactListId list, CookedContact contact) {
    return database.inTransaction(
        handle -> {
          requireList(handle, tenant, list, "FOR SHARE");
          var importId =
              handle
                  .createQuery(SINGLE)
                  .bind("tenant", tenant.value())
                  .bind("list", list.value())
                  .bind("now", clock.instant())
                  .map((row, ctx) -> new ImportId(row.getLong(1)))
                  .one();
          var fence = new LoadFence(ListRef.of(tenant, list), importId, 0);
          var fresh = fresh(handle, fence, contact);
          ContactRows.copy(handle, fence, List.of(fresh));
          long id = handle.createQuery("SELECT lastval()").mapTo(Long.class).one();
          return page(handle, tenant, list, id - 1, 1).get(0);
        });
  }

  /** The contact without devices that are known; the single import's row serialises additions. */
  private static CookedContact fresh(Handle handle, LoadFence fence, CookedContact contact) {
    var devices = contact.devices().stream().map(CookedDevice::value).toList();
    var client = contact.clientId();
    var known = KnownValues.ofList(handle, fence);
    var chunk =
        new ContactChunk(
            new ChunkSpan(0, 0, 1, 1),
            LoadTerms.appending(Dedupe.BOTH),
            List.of(contact),
            List.of(),
            List.of(),
            List.of());
    var left =
        new ChunkDedupe(
                chunk.terms(),
                known.devices(devices),
                known.clientIds(client == null ? List.of() : List.of(client)))
            .apply(chunk)
            .contacts();
    if (left.isEmpty()) {
      throw new RefusedException(
          Refusal.conflict(
              "DUPLICATE",
              "The list has a contact with these devices or this Client ID already.",
              "Look for it in the list, or give another device."));
    }
    return left.get(0);
  }

  private static void requireList(
      Handle handle, TenantId tenant, ContactListId list, String lock) {
    boolean there =
        handle
            .createQuery(
                "SELECT 1 FROM contact_list WHERE tenant_id = ? AND list_id = ?"
                    + " AND deleted_at IS NULL "
                    + lock)
            .bind(0, tenant.value())
            .bind(1, list.value())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!there) {
      throw new RefusedException(Refusal.notFound("contact list", list));
    }
  }

  @Override
  public Source<ByteString, NotUsed> export(
      TenantId tenant, ContactListId list, List<ExportColumn> columns, ExportOptions options) {
    return files.file(
        options,
        handle -> {
          requireList(handle, tenant, list, "");
          return new ContactSheet(tenant, list.value(), columns, options)
              .query(seen(handle, list), options.header());
        });
  }

  private static List<Long> seen(Handle handle, ContactListId list) {
    return handle
        .createQuery(
            "SELECT import_id FROM import WHERE list_id = ? AND kind IN ('CONTACTS', 'SINGLE')"
                + " AND state = 'COMPLETED'")
        .bind(0, list.value())
        .mapTo(Long.class)
        .list();
  }
}
