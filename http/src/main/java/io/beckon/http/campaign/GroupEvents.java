package io.beckon.http.campaign;

import io.beckon.http.event.EventView;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.event.ChangeKind;
import io.beckon.protocol.tenant.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Campaign groups as the live events show them. */
public final class GroupEvents implements EventView {
  private final GroupDesk desk;

  public GroupEvents(GroupDesk desk) {
    this.desk = desk;
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.GROUP;
  }

  @Override
  public CompletionStage<Optional<?>> load(TenantId tenant, String id) {
    return desk.find(tenant, GroupId.parse(id)).thenApply(found -> found);
  }

  @Override
  public CompletionStage<Map<String, Object>> list(TenantId tenant) {
    return desk.page(tenant, PageRequest.first())
        .thenApply(
            page -> {
              Map<String, Object> byId = new LinkedHashMap<>();
              page.items().forEach(view -> byId.put(((GroupView) view).id().toString(), view));
              return byId;
            });
  }
}
