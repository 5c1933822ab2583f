package io.beckon.protocol.list;

import akka.NotUsed;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.tenant.TenantId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The contacts of a list; those of imports that are not completed are not seen. */
public interface Contacts {
  CompletionStage<Page<ContactView>> page(TenantId tenant, ContactListId list, PageRequest page);

  /** Adds one contact; refused (409) when all its devices, or its Client ID, are on the list. */
  CompletionStage<ContactView> add(TenantId tenant, ContactListId list, CookedContact contact);

  /** All contacts in the order they came, as a file, in bounded memory. */
  Source<ByteString, NotUsed> export(
      TenantId tenant, ContactListId list, List<ExportColumn> columns, ExportOptions options);
}
