package io.beckon.http.list;

import io.beckon.http.InvalidRequestException;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.MappingId;
import io.beckon.protocol.list.Mappings;
import io.beckon.protocol.tenant.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts the mapping that options ask for into them, as it is now. */
final class MappingChoice {
  private final Mappings mappings;

  MappingChoice(Mappings mappings) {
    this.mappings = mappings;
  }

  /** 422 for a mapping that is not there, is for the other kind of lists, or is given twice. */
  CompletionStage<ImportOptions> chosen(TenantId tenant, ImportKind kind, ImportOptions options) {
    var inline = options.mapping();
    var id = options.mappingId();
    if (inline != null && id != null) {
      throw invalid("mapping", "mapping cannot be given beside mappingId; leave one of them out.");
    }
    if (inline != null) {
      return CompletableFuture.completedFuture(options.mapped(fitting("mapping", kind, inline)));
    }
    return id == null
        ? CompletableFuture.completedFuture(options)
        : found(tenant, id).thenApply(m -> options.mapped(fitting("mappingId", kind, m)));
  }

  private CompletionStage<DataMapping> found(TenantId tenant, String text) {
    CompletionStage<Optional<DataMapping>> found;
    try {
      found = mappings.find(tenant, MappingId.parse(text)).thenApply(m -> m.map(v -> v.mapping()));
    } catch (IllegalArgumentException e) {
      found = CompletableFuture.completedFuture(Optional.empty());
    }
    return found.thenApply(
        m ->
            m.orElseThrow(
                () -> invalid("mappingId", "mappingId is of no mapping here, was " + text + ".")));
  }

  private static DataMapping fitting(String field, ImportKind kind, DataMapping mapping) {
    if (mapping.kind() != kind) {
      throw invalid(
          field,
          field + " is of a mapping for " + mapping.kind() + ", the list is of " + kind + ".");
    }
    return mapping;
  }

  private static InvalidRequestException invalid(String field, String message) {
    return InvalidRequestException.field(field, "INVALID_VALUE", message);
  }
}
