package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.actors.list.LoadEnd;
import io.beckon.actors.list.LoadPorts;
import io.beckon.actors.list.LoadRun;
import io.beckon.persistence.SecretBox;
import io.beckon.persistence.list.PostgresContactLists;
import io.beckon.persistence.pgp.PostgresPgpKeys;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.RefusedException;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Encrypted files and the keys that open them, through a real database. */
class EncryptedListIT {
  private static final ListWorld world = new ListWorld();
  private static final PostgresPgpKeys keys =
      new PostgresPgpKeys(world.database, SecretBox.ofPgpKeys("secret"), world.clock);
  private static final byte[] CSV =
      "phone,last name\n+12125550100,Ann\n+12125550101,Bob\n".getBytes(StandardCharsets.UTF_8);
  private static int lists;

  @AfterAll
  static void down() {
    world.close();
  }

  @BeforeEach
  void noKeys() {
    now(keys.page(ListWorld.TENANT, PageRequest.first()))
        .items()
        .forEach(key -> now(keys.delete(ListWorld.TENANT, key.id())));
  }

  private static ImportView load(ListRef list, byte[] file) {
    var id = world.submit(list, file, ImportOptions.USUAL);
    var ports =
        new LoadPorts(
            world.loads,
            world.staging,
            (tenant, suppressed, imported, told) -> CompletableFuture.completedFuture(null),
            (kind, tenant, changed) -> {},
            world.clock,
            LoadPorts.USUAL_UNPACKED,
            keys,
            tenant -> CompletableFuture.completedFuture(Locator.BUNDLED));
    assertThat(now(LoadRun.of(world.kit.system(), ports, world.begin(list, id))))
        .isIn(LoadEnd.COMPLETED, LoadEnd.FAILED);
    assertThat(world.staging.prepared(ListWorld.TENANT, id)).doesNotExist();
    return world.view(id);
  }

  private static ListRef list() {
    return world.list("encrypted" + lists++);
  }

  private static boolean isSecured(ListRef list) {
    var found =
        now(
            new PostgresContactLists(world.database, world.clock)
                .find(ListWorld.TENANT, new ContactListId(list.listId())));
    return found.orElseThrow().secured();
  }

  @Test
  void aListThatTookAnEncryptedFileIsSecured() {
    now(keys.keep(ListWorld.TENANT, Packed.KEY));
    var list = list();
    load(list, "phone\n+12125550199\n".getBytes(StandardCharsets.UTF_8));
    assertThat(isSecured(list)).isFalse();
    var view =
        load(
            list,
            Packed.wrapped(
                "phone\n+12125550102\n".getBytes(StandardCharsets.UTF_8), FileWrapper.PGP));
    assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
    assertThat(view.accepted()).isEqualTo(1);
    assertThat(view.wrapper()).isEqualTo(FileWrapper.PGP);
    assertThat(isSecured(list)).isTrue();
    assertThat(clearCopies("+12125550102")).isEmpty();
  }

  @Test
  void nothingIsLoadedOfAFileThatWasChangedOrIsForSomebodyElse() {
    var file = Packed.wrapped(CSV, FileWrapper.PGP);
    var list = list();
    assertThat(code(load(list, file))).isEqualTo("PGP_NO_KEY");
    now(keys.keep(ListWorld.TENANT, Packed.anotherKey()));
    assertThat(code(load(list, file))).isEqualTo("PGP_KEY_UNKNOWN");
    now(keys.keep(ListWorld.TENANT, Packed.KEY));
    var changed = file.clone();
    changed[file.length - 30] ^= 1;
    assertThat(code(load(list, changed))).isEqualTo("BAD_PGP");
    assertThat(code(load(list, Arrays.copyOf(file, file.length - 10)))).isEqualTo("BAD_PGP");
    assertThat(world.rows(list)).isEmpty();
    assertThat(isSecured(list)).isFalse();
    assertThat(clearCopies("+12125550100")).isEmpty();
    now(keys.keep(ListWorld.TENANT, Packed.anotherKey()));
    assertThat(load(list, file).accepted()).isEqualTo(2);
  }

  @Test
  void privateKeysAreKeptEncryptedAndForTheirTenantOnly() {
    var kept = now(keys.keep(ListWorld.TENANT, Packed.KEY));
    assertThat(kept.current()).isTrue();
    var secret =
        now(
            world.database.withHandle(
                handle ->
                    handle
                        .createQuery("SELECT encode(secret, 'escape') FROM pgp_key")
                        .mapTo(String.class)
                        .one()));
    assertThat(secret).doesNotContain("PRIVATE KEY").doesNotContain("armored");
    assertThat(now(keys.secrets(ListWorld.TENANT))).containsExactly(Packed.KEY.secret());
    var stranger = new TenantId("stranger");
    assertThat(now(keys.secrets(stranger))).isEmpty();
    assertThat(now(keys.find(stranger, kept.id()))).isEmpty();
    assertThatThrownBy(() -> now(keys.delete(stranger, kept.id())))
        .hasRootCauseInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> now(keys.keep(ListWorld.TENANT, Packed.KEY)))
        .hasMessageContaining("PGP_KEY_THERE");
    var other = new PostgresPgpKeys(world.database, SecretBox.ofPgpKeys("another"), world.clock);
    assertThatThrownBy(() -> now(other.secrets(ListWorld.TENANT)))
        .hasMessageContaining("BECKON_SECRET");
    var next = now(keys.keep(ListWorld.TENANT, Packed.anotherKey()));
    assertThat(now(keys.page(ListWorld.TENANT, PageRequest.first())).items())
        .extracting(key -> key.id() + " " + key.current())
        .containsExactly(next.id() + " true", kept.id() + " false");
  }

  private static String code(ImportView view) {
    assertThat(view.state()).isEqualTo(ImportState.FAILED);
    return view.error().code();
  }

  /** Files of the staging directory that say it in the clear. */
  private static List<Path> clearCopies(String text) {
    try (var files = Files.walk(world.stagingRoot)) {
      return files.filter(Files::isRegularFile).filter(f -> holds(f, text)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
