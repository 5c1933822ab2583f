package io.beckon.actors.filedrop;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.MappingId;
import io.beckon.protocol.list.MappingView;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a place are read: by its options, with their mapping as it is now; a
 * specification that lies beside a file goes before that mapping.
 */
final class Reading {
  private final DropPorts ports;
  private final DropSource source;
  private final WatchedPlace place;
  private final Executor blocking;
  private final ImportOptions options;
  private final ImportKind kind;

  Reading(DropPorts ports, DropSource source, WatchedPlace place, Executor blocking) {
    this.ports = ports;
    this.source = source;
    this.place = place;
    this.blocking = blocking;
    this.options = source.settings().work().optionsOrUsual();
    this.kind = source.settings().work().action().lists();
  }

  /** Refused when the mapping is gone or does not go with the options. */
  CompletionStage<ImportOptions> options(@Nullable Specification specification) {
    if (specification != null) {
      return CompletableFuture.supplyAsync(
          () -> mapped(specification.read(place, kind), options::specified), blocking);
    }
    var own = options.mapping();
    if (own != null) {
      return CompletableFuture.completedFuture(mapped(own, options::mapped));
    }
    var id = options.mappingId();
    return id == null
        ? CompletableFuture.completedFuture(options)
        : mapping(id).thenApply(mapping -> mapped(mapping, options::mapped));
  }

  private CompletionStage<DataMapping> mapping(String id) {
    return ports
        .mappings()
        .find(source.tenant(), MappingId.parse(id))
        .thenApply(
            found ->
                found
                    .map(MappingView::mapping)
                    .orElseThrow(
                        () ->
                            refused(
                                "Mapping " + id + " of this place was deleted; choose another.")))
        .thenApply(
            mapping -> {
              if (mapping.kind() != kind) {
                throw refused(
                    "Mapping "
                        + id
                        + " is for "
                        + mapping.kind()
                        + " files; this place takes "
                        + kind
                        + " files.");
              }
              return mapping;
            });
  }

  private static ImportOptions mapped(
      DataMapping mapping, Function<DataMapping, ImportOptions> options) {
    try {
      return options.apply(mapping);
    } catch (InvalidField e) {
      throw refused("Mapping " + mapping.name() + ": " + e.getMessage() + ".");
    }
  }

  private static UncheckedIOException refused(String sentence) {
    return new UncheckedIOException(new PlaceTrouble.Refused(sentence));
  }
}
