package io.beckon.persistence.registry;

import static io.beckon.persistence.compliance.CheckedStore.ADMIN;
import static io.beckon.persistence.compliance.CheckedStore.TENANT;
import static io.beckon.persistence.compliance.CheckedStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.TestRedis;
import io.beckon.persistence.compliance.CheckedStore;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.device.Device;
import io.beckon.protocol.registry.Registries.NewLoad;
import io.beckon.protocol.registry.RegistryId;
import io.beckon.protocol.registry.RegistryLookup.Answer;
import io.beckon.protocol.registry.RegistrySettings;
import io.beckon.protocol.registry.RegistryVersion;
import io.beckon.protocol.registry.RegistryVersion.Kind;
import io.beckon.protocol.registry.RegistryVersion.State;
import io.beckon.protocol.registry.RegistryView;
import io.beckon.protocol.tenant.Principal;
import io.beckon.protocol.tenant.Role;
import io.beckon.protocol.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a registry's file to what every node that checks has mapped. */
class RegistriesIT {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final Device ANN = new Device("+12015550101");
  private static final Device BOB = new Device("+12025550102");
  private static final Device EVE = new Device("+13035550103");

  @TempDir static Path folder;
  private static CheckedStore world;
  private static PostgresRegistries registries;
  private static RegistryShelf one;
  private static RegistryShelf two;
  private static RegistrySwitch switching;

  private RegistryId id;
  private static int count;
  private int files;

  @BeforeAll
  static void start() {
    world = CheckedStore.fresh(TestRedis.freshUri());
    registries = new PostgresRegistries(world.database, folder, Clock.systemUTC());
    one = new RegistryShelf(world.database, folder.resolve("one"), "node-1");
    two = new RegistryShelf(world.database, folder.resolve("two"), "node-2");
    switching = new RegistrySwitch(world.database, world.outbox, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    registries.close();
    one.close();
    two.close();
    world.close();
  }

  @BeforeEach
  void registry() {
    world.database.jdbi().useHandle(h -> h.execute("DELETE FROM registry_shelf"));
    id = await(registries.create(ADMIN, named("DNC " + ++count))).id();
  }

  private static RegistrySettings named(String name) {
    return new RegistrySettings(name, "US", null);
  }

  @Test
  void comesIntoForceWhenEveryNodeHasIt() throws IOException {
    one.refresh();
    two.refresh();
    long before = await(world.ruleSets.current(TENANT)).version();
    int version = ready(load(Kind.FULL, "area,number\n201,5550101\n2025550102\n\n201,5550101\n"));

    one.refresh();
    sweep();
    assertThat(view().inForce()).as("node-2 lives and does not have it").isNull();
    assertThat(view().usable()).isFalse();

    two.refresh();
    sweep();

    var inForce = view().inForce();
    assertThat(inForce.version()).isEqualTo(version);
    assertThat(inForce.numbers()).isEqualTo(2);
    assertThat(inForce.lines()).isEqualTo(3);
    assertThat(view().usable()).isTrue();
    assertThat(view().usableTill())
        .isEqualTo(TODAY.plusDays(31).atStartOfDay(ZoneOffset.UTC).toInstant());
    assertThat(await(world.ruleSets.atLeast(TENANT, before + 1)).version()).isGreaterThan(before);
    for (var shelf : List.of(one, two)) {
      assertThat(shelf.look(id, version, ANN)).isEqualTo(Answer.REGISTERED);
      assertThat(shelf.look(id, version, BOB)).isEqualTo(Answer.REGISTERED);
      assertThat(shelf.look(id, version, EVE)).isEqualTo(Answer.NOT_REGISTERED);
      assertThat(shelf.look(id, version, new Device("ann@example.org")))
          .isEqualTo(Answer.NOT_REGISTERED);
      assertThat(shelf.look(id, version + 1, ANN)).isEqualTo(Answer.NOT_HERE);
    }
  }

  @Test
  void doesNotWaitForEverForANodeThatCannotFetchIt() throws IOException {
    one.refresh();
    int version = ready(load(Kind.FULL, "2015550101\n"));
    world
        .database
        .jdbi()
        .useHandle(
            h -> h.execute("UPDATE registry_version SET ready_at = now() - interval '61 seconds'"));

    sweep();

    assertThat(view().inForce().version()).isEqualTo(version);
    assertThat(one.look(id, version, ANN)).isEqualTo(Answer.NOT_HERE);
  }

  @Test
  void deltasAddAndRemoveOneAfterTheOther() throws IOException {
    inForce(load(Kind.FULL, "2015550101\n2025550102\n"));
    inForce(load(Kind.DELTA, "2015550101,D\n3035550103,A\n"));
    int last = inForce(load(Kind.DELTA, "2015550101,A\n303,5550103,D\n2125550104,D\n"));

    one.refresh();

    assertThat(one.look(id, last, ANN)).isEqualTo(Answer.REGISTERED);
    assertThat(one.look(id, last, BOB)).isEqualTo(Answer.REGISTERED);
    assertThat(one.look(id, last, EVE)).isEqualTo(Answer.NOT_REGISTERED);
    assertThat(view().inForce().numbers()).isEqualTo(2);
  }

  @Test
  void whoCameAndWentInOneFileStaysRegistered() throws IOException {
    inForce(load(Kind.FULL, "2025550102\n"));
    int last = inForce(load(Kind.DELTA, "2015550101,A\n2015550101,D\n"));
    one.refresh();
    assertThat(one.look(id, last, ANN)).isEqualTo(Answer.REGISTERED);
  }

  @Test
  void aFileWithALineThatCannotBeReadChangesNothing() throws IOException {
    int good = inForce(load(Kind.FULL, "2015550101\n"));
    var failed = ended(load(Kind.FULL, "2025550102\nnobody 1\n3035550103\n"));

    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.error().code()).isEqualTo("UNREADABLE_LINE");
    assertThat(failed.error().detail()).contains("Line 2").doesNotContain("nobody");
    assertThat(view().inForce().version()).isEqualTo(good);

    var file = file("2025550102\nnobody 1\n3035550103\n".getBytes(StandardCharsets.UTF_8));
    var tolerant = ended(begun(new NewLoad(Kind.FULL, TODAY, "f", file, 1, false)));
    assertThat(tolerant.state()).isEqualTo(State.READY);
    assertThat(tolerant.unreadable()).isEqualTo(1);
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatShrankMustBeMeant() throws IOException {
    inForce(load(Kind.FULL, "2015550101\n2015550102\n2015550103\n2015550104\n"));
    assertThat(ended(load(Kind.FULL, "2015550101\n")).error().code()).isEqualTo("TOO_SMALL");
    assertThat(ended(load(Kind.FULL, "phone\n")).error().code()).isEqualTo("TOO_SMALL");

    var file = file("2015550101\n".getBytes(StandardCharsets.UTF_8));
    var meant = ended(begun(new NewLoad(Kind.FULL, TODAY, "f", file, 0, true)));
    assertThat(meant.state()).isEqualTo(State.READY);
  }

  @Test
  void readsPackedFiles() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write("2015550101\n".getBytes(StandardCharsets.UTF_8));
    }
    var file = file(packed.toByteArray());
    int version = inForce(begun(new NewLoad(Kind.FULL, TODAY, "f.gz", file, 0, false)));
    one.refresh();
    assertThat(one.look(id, version, ANN)).isEqualTo(Answer.REGISTERED);
  }

  @Test
  void refusesWhatCanBeSeenToBeWrong() throws IOException {
    assertRefused("NO_BASE", () -> load(Kind.DELTA, "2015550101\n"));
    assertRefused("BAD_DATA_DATE", () -> load(Kind.FULL, "2015550101\n", TODAY.plusDays(2)));
    ready(load(Kind.FULL, "2015550101\n"));
    assertRefused("REGISTRY_LOADING", () -> load(Kind.FULL, "2015550101\n"));
    sweep();
    assertRefused("BAD_DATA_DATE", () -> load(Kind.FULL, "2015550101\n", TODAY.minusDays(1)));
    assertRefused("NAME_TAKEN", () -> registries.create(ADMIN, named(view().name())));
  }

  @Test
  void isTheTenantsOwn() throws IOException {
    ready(load(Kind.FULL, "2015550101\n"));
    var other = new TenantId("other");
    var stranger = new Principal(other, "bob", Set.of(Role.ADMIN));
    assertThat(await(registries.find(other, id))).isEmpty();
    assertThat(await(registries.version(other, id, 1))).isEmpty();
    assertThat(await(registries.versions(other, id, PageRequest.first())).items()).isEmpty();
    assertRefused("NOT_FOUND", () -> registries.delete(stranger, id));
    assertRefused(
        "NOT_FOUND",
        () ->
            registries.load(
                stranger, id, new NewLoad(Kind.FULL, TODAY, "f", file(new byte[0]), 0, false)));
  }

  @Test
  void aLoadWhoseNodeEndedIsGivenUp() throws IOException {
    try (var ended = new PostgresRegistries(world.database, folder, Clock.systemUTC())) {
      world
          .database
          .jdbi()
          .useHandle(
              h ->
                  h.execute(
                      "INSERT INTO registry_version (registry_id, version, tenant_id, kind, state,"
                          + " data_date, file_name, actor, loader, beat_at, begun_at) VALUES (?, 1,"
                          + " 'acme', 'FULL', 'LOADING', now(), 'f', 'ann', gen_random_uuid(),"
                          + " now() - interval '61 seconds', now())",
                      id.value()));
      sweep();
      assertThat(view().latest().error().code()).isEqualTo("NODE_ENDED");
      assertThat(ended(load(Kind.FULL, "2015550101\n")).state()).isEqualTo(State.READY);
    }
  }

  @Test
  void keepsTheBlobsOfWhatIsInForceOnly() throws IOException {
    inForce(load(Kind.FULL, "2015550101\n"));
    inForce(load(Kind.DELTA, "2025550102\n"));
    inForce(load(Kind.DELTA, "3035550103\n"));
    sweep();
    assertThat(blobs()).as("the base, added and removed").isEqualTo(3);
    inForce(load(Kind.FULL, "2015550101\n2025550102\n"));
    sweep();
    assertThat(blobs()).isEqualTo(1);
    await(registries.delete(ADMIN, id));
    sweep();
    assertThat(blobs()).isZero();
    assertThat(await(registries.find(TENANT, id))).isEmpty();
  }

  /** Until there is nothing to do. */
  private static void sweep() {
    while (await(switching.step())) {
      Thread.onSpinWait();
    }
  }

  private int blobs() {
    return world
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT count(*) FROM registry_blob WHERE registry_id = ?")
                    .bind(0, id.value())
                    .mapTo(int.class)
                    .one());
  }

  private RegistryView view() {
    return await(registries.find(TENANT, id)).orElseThrow();
  }

  private CompletionStage<RegistryVersion> load(Kind kind, String content) throws IOException {
    return load(kind, content, TODAY);
  }

  private CompletionStage<RegistryVersion> load(Kind kind, String content, LocalDate date)
      throws IOException {
    var file = file(content.getBytes(StandardCharsets.UTF_8));
    return begun(new NewLoad(kind, date, "f", file, 0, false));
  }

  private CompletionStage<RegistryVersion> begun(NewLoad load) {
    return registries.load(ADMIN, id, load);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("upload" + ++files + id), content);
  }

  private RegistryVersion ended(CompletionStage<RegistryVersion> load) {
    int version = await(load).version();
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> await(registries.version(TENANT, id, version)).orElseThrow(),
            v -> v.state() != State.LOADING);
  }

  private int ready(CompletionStage<RegistryVersion> load) {
    var ended = ended(load);
    assertThat(ended.state()).as("%s", ended.error()).isEqualTo(State.READY);
    return ended.version();
  }

  private int inForce(CompletionStage<RegistryVersion> load) {
    int version = ready(load);
    sweep();
    assertThat(view().inForce().version()).isEqualTo(version);
    return version;
  }

  private static void assertRefused(String code, Callable<CompletionStage<?>> call) {
    assertThatThrownBy(() -> await(call.call()))
        .cause()
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
  }
}
