package io.beckon.persistence.registry;

import io.beckon.persistence.Database;
import io.beckon.persistence.Pages;
import io.beckon.protocol.Page;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.Refusal;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.registry.Registries;
import io.beckon.protocol.registry.RegistryId;
import io.beckon.protocol.registry.RegistrySettings;
import io.beckon.protocol.registry.RegistryVersion;
import io.beckon.protocol.registry.RegistryVersion.Kind;
import io.beckon.protocol.registry.RegistryView;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** {@link Registries} on PostgreSQL. */
public final class PostgresRegistries implements Registries, AutoCloseable {
  private static final String WHAT = "registry";

  private final Database database;
  private final RegistryLoader loader;
  private final Clock clock;

  /**
   * @param folder for the files of numbers and what is needed to make them
   */
  public PostgresRegistries(Database database, Path folder, Clock clock) {
    this.database = database;
    this.loader = new RegistryLoader(database, RegistryShelf.existing(folder));
    this.clock = clock;
  }

  @Override
  public CompletionStage<Page<RegistryView>> page(TenantId tenant, PageRequest page) {
    return database.withHandle(
        h -> {
          var now = clock.instant();
          var found =
              RegistryRows.after(h, tenant, page.afterNumber(0), page.limit() + 1).stream()
                  .map(laid -> RegistryRows.view(h, tenant, laid, now))
                  .toList();
          return Pages.of(found, page, view -> view.id().toString());
        });
  }

  @Override
  public CompletionStage<Optional<RegistryView>> find(TenantId tenant, RegistryId id) {
    return database.withHandle(h -> view(h, tenant, id));
  }

  private Optional<RegistryView> view(Handle handle, TenantId tenant, RegistryId id) {
    return RegistryRows.find(handle, tenant, id)
        .map(laid -> RegistryRows.view(handle, tenant, laid, clock.instant()));
  }

  @Override
  public CompletionStage<RegistryView> create(Principal who, RegistrySettings settings) {
    return database.inTransaction(
        h -> {
          var id =
              h.createQuery(
                      "INSERT INTO registry (tenant_id, name, country, max_age_days, created_at)"
                          + " VALUES (:tenant, :name, :country, :days, :now)"
                          + " ON CONFLICT DO NOTHING RETURNING registry_id")
                  .bind("tenant", who.tenant().value())
                  .bind("name", settings.name())
                  .bind("country", settings.country())
                  .bind("days", settings.ageDays())
                  .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                  .mapTo(Long.class)
                  .findOne()
                  .orElseThrow(() -> new RefusedException(nameTaken(settings.name())));
          return view(h, who.tenant(), new RegistryId(id)).orElseThrow();
        });
  }

  private static Refusal nameTaken(String name) {
    return Refusal.conflict(
        "NAME_TAKEN",
        "There is a registry " + name + " already.",
        "Choose another name, or load into the one there is.");
  }

  @Override
  public CompletionStage<Void> delete(Principal who, RegistryId id) {
    return database.useTransaction(
        h -> {
          locked(h, who.tenant(), id);
          needed(h, who.tenant(), id)
              .ifPresent(
                  rule -> {
                    throw new RefusedException(
                        Refusal.conflict(
                            "IN_USE",
                            "The rule " + rule + " needs this registry.",
                            "Remove the rule first, or let it name another registry."));
                  });
          h.execute(
              "UPDATE registry SET deleted_at = ? WHERE registry_id = ?",
              clock.instant().atOffset(ZoneOffset.UTC),
              id.value());
        });
  }

  private static Optional<String> needed(Handle handle, TenantId tenant, RegistryId id) {
    return handle
        .createQuery(
            "SELECT name FROM compliance_rule WHERE tenant_id = ? AND deleted_at IS NULL"
                + " AND spec ->> 'type' = 'REGISTRY' AND spec ->> 'registryId' = ? LIMIT 1")
        .bind(0, tenant.value())
        .bind(1, id.toString())
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public CompletionStage<Page<RegistryVersion>> versions(
      TenantId tenant, RegistryId id, PageRequest page) {
    return database.withHandle(
        h -> {
          var before = page.afterNumber(Long.MAX_VALUE);
          var found = RegistryRows.before(h, tenant, id, before, page.limit() + 1);
          return Pages.of(found, page, v -> Integer.toString(v.version()));
        });
  }

  @Override
  public CompletionStage<Optional<RegistryVersion>> version(
      TenantId tenant, RegistryId id, int version) {
    return database.withHandle(h -> RegistryRows.one(h, tenant, id, "version = " + version));
  }

  @Override
  public CompletionStage<RegistryVersion> load(Principal who, RegistryId id, NewLoad load) {
    return database
        .inTransaction(h -> begun(h, who, id, load))
        .thenApply(
            begun -> {
              loader.begin(begun.work());
              return begun.version();
            })
        .whenComplete(
            (begun, failure) -> {
              if (failure != null) {
                remove(load.file());
              }
            });
  }

  private record Begun(RegistryVersion version, RegistryLoader.Begun work) {}

  private Begun begun(Handle handle, Principal who, RegistryId id, NewLoad load) {
    var laid = locked(handle, who.tenant(), id);
    check(handle, who.tenant(), id, load);
    int version =
        RegistryRows.one(handle, who.tenant(), id, "true").map(RegistryVersion::version).orElse(0)
            + 1;
    handle
        .createUpdate(
            "INSERT INTO registry_version (registry_id, version, tenant_id, kind, state,"
                + " data_date, file_name, actor, loader, beat_at, begun_at)"
                + " VALUES (:id, :version, :tenant, :kind, 'LOADING', :date, :file, :actor,"
                + " :loader, now(), :now)")
        .bind("id", id.value())
        .bind("version", version)
        .bind("tenant", who.tenant().value())
        .bind("kind", load.kind().name())
        .bind("date", load.dataDate())
        .bind("file", load.fileName())
        .bind("actor", who.name())
        .bind("loader", loader.id())
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .execute();
    var owner = new BlobStore.Owner(who.tenant().value(), id.value(), version);
    return new Begun(
        RegistryRows.one(handle, who.tenant(), id, "version = " + version).orElseThrow(),
        new RegistryLoader.Begun(owner, laid.country(), load));
  }

  private void check(Handle handle, TenantId tenant, RegistryId id, NewLoad load) {
    if (RegistryRows.one(handle, tenant, id, "state IN ('LOADING', 'READY')").isPresent()) {
      throw new RefusedException(
          Refusal.conflict(
              "REGISTRY_LOADING",
              "Another file is being loaded into this registry.",
              "Wait until it is in force or has failed, then send the file again."));
    }
    // Days begin in Kiribati, 14 hours before UTC.
    LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
    if (load.dataDate().isAfter(latest)) {
      throw badDate("dataDate " + load.dataDate() + " is in the future.");
    }
    var inForce = RegistryRows.one(handle, tenant, id, "state = 'IN_FORCE'");
    if (load.kind() == Kind.DELTA && inForce.isEmpty()) {
      throw new RefusedException(
          Refusal.conflict(
              "NO_BASE",
              "A delta changes what is in force, and nothing is.",
              "Load the full registry first."));
    }
    if (inForce.isPresent() && load.dataDate().isBefore(inForce.get().dataDate())) {
      throw badDate(
          "Data of "
              + load.dataDate()
              + " are older than those in force, of "
              + inForce.get().dataDate()
              + ".");
    }
  }

  private static RefusedException badDate(String detail) {
    return new RefusedException(
        Refusal.invalid(
            "BAD_DATA_DATE", detail, "Give the day as of which the file says who is registered."));
  }

  /** One change of a registry at a time. */
  private static RegistryRows.Laid locked(Handle handle, TenantId tenant, RegistryId id) {
    handle
        .createQuery("SELECT FROM registry WHERE tenant_id = ? AND registry_id = ? FOR UPDATE")
        .bind(0, tenant.value())
        .bind(1, id.value())
        .map((row, ctx) -> true)
        .findOne();
    return RegistryRows.find(handle, tenant, id)
        .orElseThrow(() -> new RefusedException(Refusal.notFound(WHAT, id)));
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    loader.close();
  }
}
