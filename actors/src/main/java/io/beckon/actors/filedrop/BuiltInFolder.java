package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.DropSource;
import io.beckon.protocol.filedrop.TakenFiles.Seen;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.Imports;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The folder {@code drops/<tenant>/contacts} or {@code …/suppression}. A taken file waits in {@code
 * .loading} under the number of its import, so that whoever looks next, after whatever crash, knows
 * where it belongs; from there it goes to {@code done} or {@code failed}.
 */
record BuiltInFolder(TenantId tenant, Path folder) {
  private static final char MARK = '~';

  static Optional<BuiltInFolder> of(DropPorts ports, DropSource source) {
    return source.isBuiltIn()
        ? Optional.of(
            new BuiltInFolder(
                source.tenant(),
                ports.roots().drops().resolve(source.tenant().value()).resolve(source.id())))
        : Optional.empty();
  }

  void make() {
    try {
      for (var name : new String[] {"done", "failed", ".loading"}) {
        Files.createDirectories(folder.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CompletionStage<Void> taken(Seen file, ImportId importId) {
    move(
        Path.of(file.path()),
        folder.resolve(".loading").resolve(importId.toString() + MARK + WatchedPlace.name(file)));
    return CompletableFuture.completedFuture(null);
  }

  /** Puts away the files whose imports are final. */
  CompletionStage<Void> settle(Imports imports) {
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    try (var waiting = Files.newDirectoryStream(folder.resolve(".loading"), "[0-9]*~*")) {
      for (var file : waiting) {
        var name = String.valueOf(file.getFileName());
        var id = ImportId.parse(name.substring(0, name.indexOf(MARK)));
        all =
            all.thenCompose(done -> imports.find(tenant, id))
                .thenAccept(view -> put(file, name.substring(name.indexOf(MARK) + 1), view));
      }
      return all;
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void put(Path file, String name, Optional<ImportView> view) {
    if (view.isPresent() && !view.get().state().isFinal()) {
      return;
    }
    boolean done = view.isPresent() && view.get().state() == ImportState.COMPLETED;
    move(file, free(folder.resolve(done ? "done" : "failed"), name));
  }

  /** A name that nothing has yet: earlier files stay. */
  private static Path free(Path into, String name) {
    var target = into.resolve(name);
    int dot = name.lastIndexOf('.');
    for (int n = 2; Files.exists(target); n++) {
      target =
          into.resolve(
              dot < 0 ? name + "." + n : name.substring(0, dot) + "." + n + name.substring(dot));
    }
    return target;
  }

  private static void move(Path from, Path to) {
    try {
      WholeMove.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
