package io.beckon.http.list;

import io.beckon.http.event.EventView;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.tenant.TenantId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Imports as live events show them. */
public record ImportEvents(Imports imports) implements EventView {
  @Override
  public ChangeKind kind() {
    return ChangeKind.IMPORT;
  }

  @Override
  public CompletionStage<Optional<?>> load(TenantId tenant, String id) {
    return imports.find(tenant, ImportId.parse(id)).thenApply(found -> found);
  }

  @Override
  public CompletionStage<? extends Map<String, ?>> list(TenantId tenant) {
    return imports
        .page(tenant, null, null, PageRequest.first())
        .thenApply(
            page -> {
              Map<String, ImportView> views = new LinkedHashMap<>();
              page.items().stream()
                  .sorted(Comparator.comparing(i -> i.state().isFinal()))
                  .forEach(i -> views.put(i.id().toString(), i));
              return views;
            });
  }
}
