package io.beckon.persistence.suppression;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.persistence.SuppressionListLock;
import io.beckon.persistence.compliance.ChangeNotes;
import io.beckon.persistence.compliance.ChangeNotes.EntryRow;
import io.beckon.persistence.compliance.RedisOutbox;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.device.Channel;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.suppression.Retention;
import io.beckon.protocol.suppression.SuppressedValue;
import io.beckon.protocol.suppression.SuppressionEntries;
import io.beckon.protocol.suppression.SuppressionListId;
import io.beckon.protocol.suppression.SuppressionType;
import io.beckon.protocol.suppression.Suppressor;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Single entries: written, told to Redis, and only then acknowledged. */
public final class PostgresSuppressionEntries implements SuppressionEntries, Suppressor {
  private final Database database;
  private final PostgresSuppressionExport files;
  private final RedisOutbox outbox;
  private final PostgresSuppressionLists lists;
  private final Clock clock;

  public PostgresSuppressionEntries(
      Database database, RedisOutbox outbox, PostgresSuppressionLists lists, Clock clock) {
    this.database = database;
    this.files = new PostgresSuppressionExport(database);
    this.outbox = outbox;
    this.lists = lists;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Added> add(
      TenantId tenant, SuppressionListId list, List<NewEntry> entries) {
    return outbox.apply(
        notes -> {
          ListTerms terms = terms(notes.handle(), tenant, list);
          Map<String, NewEntry> valid = new TreeMap<>();
          List<RejectedEntry> rejected = new ArrayList<>();
          for (NewEntry entry : entries) {
            read(entry, terms, valid, rejected);
          }
          put(notes, new Target(tenant, list, terms), valid);
          return new Added(entries.size() - rejected.size(), rejected);
        });
  }

  private static void read(
      NewEntry entry, ListTerms terms, Map<String, NewEntry> valid, List<RejectedEntry> rejected) {
    SuppressedValue value = SuppressedValue.read(entry.value(), terms.type(), terms.country());
    if (value instanceof SuppressedValue.Invalid invalid) {
      rejected.add(new RejectedEntry(entry.value(), invalid.code(), invalid.reason()));
    } else if (entry.from() != null
        && entry.till() != null
        && !entry.from().isBefore(entry.till())) {
      rejected.add(new RejectedEntry(entry.value(), "BAD_VALUE", "from must be before till"));
    } else {
      valid.put(((SuppressedValue.Valid) value).value(), entry);
    }
  }

  @Override
  public CompletionStage<Void> suppress(
      TenantId tenant, Device device, Channel channel, String reason) {
    return outbox.<@Nullable Void>apply(
        notes -> {
          SuppressionListId list = lists.optOuts(notes, tenant);
          ListTerms terms = terms(notes.handle(), tenant, list);
          var entry = new NewEntry(device.value(), null, null, channel + ": " + reason);
          put(notes, new Target(tenant, list, terms), Map.of(device.value(), entry));
          return null;
        });
  }

  private record Target(TenantId tenant, SuppressionListId list, ListTerms terms) {}

  /** Sorted, so that two that write the same values wait for each other instead of colliding. */
  private void put(ChangeNotes notes, Target target, Map<String, NewEntry> entries) {
    notes.confirmRules(target.tenant());
    if (entries.isEmpty()) {
      return;
    }
    Handle handle = notes.handle();
    SuppressionListLock.adding(handle, target.list());
    int size = entries.size();
    String[] froms = new String[size];
    String[] tills = new String[size];
    String[] reasons = new String[size];
    int i = 0;
    for (NewEntry entry : entries.values()) {
      froms[i] = text(entry.from());
      tills[i] = text(entry.till());
      reasons[i] = entry.reason();
      i++;
    }
    List<EntryRow> rows =
        handle
            .createQuery(
                """
                INSERT INTO suppression_entry
                  (list_id, value, tenant_id, valid_from, own_till, valid_till, reason)
                SELECT :list, v, :tenant, f, t, least(t, :end), r FROM
                  unnest(:values::text[], :froms::timestamptz[], :tills::timestamptz[],
                    :reasons::text[]) AS u(v, f, t, r)
                ON CONFLICT (list_id, value) DO UPDATE SET valid_from = excluded.valid_from,
                  own_till = excluded.own_till, valid_till = excluded.valid_till,
                  reason = excluded.reason, import_id = NULL, row_no = NULL,
                  revision = nextval('suppression_revision_seq')
                RETURNING value, revision, valid_from, valid_till
                """)
            .bind("list", target.list().value())
            .bind("tenant", target.tenant().value())
            .bind("end", target.terms().retention().end(clock.instant()).orElse(null))
            .bindArray("values", String.class, new ArrayList<>(entries.keySet()))
            .bindArray("froms", String.class, (Object[]) froms)
            .bindArray("tills", String.class, (Object[]) tills)
            .bindArray("reasons", String.class, (Object[]) reasons)
            .map(
                (row, context) ->
                    new EntryRow(
                        row.getString(1),
                        row.getLong(2),
                        ListRows.instant(row, "valid_from"),
                        ListRows.instant(row, "valid_till"),
                        true))
            .list();
    notes.entries(target.tenant(), target.list(), rows);
  }

  @Override
  public CompletionStage<Void> remove(TenantId tenant, SuppressionListId list, String value) {
    return outbox.<@Nullable Void>apply(
        notes -> {
          String cooked = cooked(value, terms(notes.handle(), tenant, list));
          SuppressionListLock.removing(notes.handle(), list);
          long revision =
              notes
                  .handle()
                  .createQuery(
                      """
                      DELETE FROM suppression_entry
                      WHERE list_id = :list AND tenant_id = :tenant AND value = :value
                      RETURNING nextval('suppression_revision_seq')
                      """)
                  .bind("list", list.value())
                  .bind("tenant", tenant.value())
                  .bind("value", cooked)
                  .mapTo(Long.class)
                  .findOne()
                  .orElseThrow(
                      () ->
                          new RefusedException(
                              new Refusal(
                                  "NOT_FOUND",
                                  404,
                                  "This value is not on the list.",
                                  "Look at the list's entries.",
                                  List.of())));
          notes.removed(tenant, list, cooked, revision);
          return null;
        });
  }

  @Override
  public CompletionStage<Page<EntryView>> page(
      TenantId tenant, SuppressionListId list, PageRequest page) {
    return database.withHandle(
        h -> {
          terms(h, tenant, list);
          String after = page.after() == null ? "" : page.after();
          List<EntryView> found = EntryRows.after(h, list, after, page.limit() + 1);
          return Pages.of(found, page, EntryView::value);
        });
  }

  @Override
  public CompletionStage<Optional<EntryView>> find(
      TenantId tenant, SuppressionListId list, String value) {
    return database.withHandle(h -> EntryRows.one(h, list, cooked(value, terms(h, tenant, list))));
  }

  @Override
  public Source<ByteString, NotUsed> export(
      TenantId tenant, SuppressionListId list, ExportOptions options) {
    return files.export(tenant, list, options, rows -> {});
  }

  private static String cooked(String value, ListTerms terms) {
    return SuppressedValue.read(value, terms.type(), terms.country())
            instanceof SuppressedValue.Valid valid
        ? valid.value()
        : value;
  }

  private record ListTerms(SuppressionType type, String country, Retention retention) {}

  private static ListTerms terms(Handle handle, TenantId tenant, SuppressionListId list) {
    return handle
        .createQuery(
            """
            SELECT l.type, coalesce(l.country, t.country) AS country, l.retention
            FROM suppression_list l JOIN tenant t USING (tenant_id)
            WHERE l.tenant_id = :tenant AND l.list_id = :list AND l.deleted_at IS NULL
            """)
        .bind("tenant", tenant.value())
        .bind("list", list.value())
        .map(
            (row, context) ->
                new ListTerms(
                    SuppressionType.valueOf(row.getString(1)),
                    row.getString(2),
                    new Retention(row.getString(3))))
        .findOne()
        .orElseThrow(() -> new RefusedException(Refusal.notFound("suppression list", list)));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
