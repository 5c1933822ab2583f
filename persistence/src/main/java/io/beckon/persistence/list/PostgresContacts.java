package io.beckon.persistence.list;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.persistence.Database;
import io.beckon.persistence.list.export.ContactSheet;
import io.beckon.persistence.list.export.CopySource;
import io.beckon.persistence.selection.RuleSql;
import io.beckon.persistence.selection.SelectionRuleRows;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ContactId;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.ContactView;
import io.beckon.protocol.list.Contacts;
import io.beckon.protocol.list.CookedContact;
import io.beckon.protocol.list.ExportWish;
import io.beckon.protocol.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;

/** Contacts in PostgreSQL. */
public final class PostgresContacts implements Contacts {
  private static final String LOOK =
      "SELECT 1 FROM contact_list WHERE tenant_id = ? AND list_id = ? AND deleted_at IS NULL";

  /** Nobody deletes the list before the transaction ends. */
  private static final String HOLD =
      "SELECT 1 FROM contact_list WHERE tenant_id = ? AND list_id = ? AND deleted_at IS NULL"
          + " FOR SHARE";

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
      TenantId tenant, ContactListId list, ContactSearch search, PageRequest page) {
    return database.inTransaction(handle -> ContactPages.page(handle, tenant, list, search, page));
  }

  @Override
  public CompletionStage<Optional<ContactView>> find(
      TenantId tenant, ContactListId list, ContactId id) {
    return database.withHandle(handle -> ContactPages.one(handle, tenant, list, id));
  }

  @Override
  public CompletionStage<ContactView> add(
      TenantId tenant, ContactListId list, CookedContact contact) {
    return database.inTransaction(handle -> edits(handle, tenant, list).add(contact));
  }

  @Override
  public CompletionStage<ContactView> change(
      TenantId tenant,
      ContactListId list,
      ContactId id,
      CookedContact contact,
      OptionalLong revision) {
    return database.inTransaction(
        handle -> edits(handle, tenant, list).change(id, contact, revision));
  }

  @Override
  public CompletionStage<Void> remove(
      TenantId tenant, ContactListId list, ContactId id, OptionalLong revision) {
    return database.useTransaction(handle -> edits(handle, tenant, list).remove(id, revision));
  }

  private ContactEdits edits(Handle handle, TenantId tenant, ContactListId list) {
    requireList(handle, tenant, list, HOLD);
    return new ContactEdits(handle, tenant, list, clock.instant());
  }

  private static void requireList(
      Handle handle, TenantId tenant, ContactListId list, String statement) {
    boolean there =
        handle
            .createQuery(statement)
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
      TenantId tenant, ContactListId list, ExportWish wish, LongConsumer rows) {
    return files.file(
        wish.options(),
        handle -> {
          requireList(handle, tenant, list, LOOK);
          var rule = SelectionRuleRows.named(handle, tenant, wish.selectionRule());
          var selected = rule == null ? null : RuleSql.literal(handle, rule, list);
          return new ContactSheet(tenant, list.value(), wish, selected).query(seen(handle, list));
        },
        rows);
  }

  private static List<Long> seen(Handle handle, ContactListId list) {
    return handle
        .createQuery(
            "SELECT import_id FROM import WHERE list_id = ? AND kind IN ('CONTACTS', 'SINGLE',"
                + " 'PART') AND state = 'COMPLETED'")
        .bind(0, list.value())
        .mapTo(Long.class)
        .list();
  }
}
