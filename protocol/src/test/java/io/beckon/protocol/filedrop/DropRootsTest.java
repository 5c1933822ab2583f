package io.beckon.protocol.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.tenant.TenantId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropRootsTest {
  private static final TenantId ACME = new TenantId("acme");
  private static final DropRoots ROOTS =
      new DropRoots(Path.of("/data/drops"), List.of("/mnt/{tenant}/in", "/srv/all"));

  @Test
  void givesEachTenantItsOwn() {
    assertThat(ROOTS.of(ACME))
        .containsExactly(Path.of("/data/drops/acme"), Path.of("/mnt/acme/in"), Path.of("/srv/all"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/drops/acme", "/data/drops/acme/x", "/mnt/acme/in/y", "/srv/all"})
  void allowsWhatIsWithin(String folder) {
    assertThatCode(() -> ROOTS.check(ACME, at(DropKind.FOLDER, folder))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/drops/bank", "/data/drops", "/mnt/acme/inside", "/etc", "/"})
  void refusesWhatIsNotAndSaysWhatIs(String folder) {
    assertThatThrownBy(() -> ROOTS.check(ACME, at(DropKind.FOLDER, folder)))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining(folder)
        .hasMessageContaining("/mnt/acme/in")
        .hasMessageContaining("BECKON_DROP_ROOTS");
  }

  @Test
  void leavesServersAlone() {
    assertThatCode(() -> ROOTS.check(ACME, at(DropKind.FTP, "ftp://127.0.0.1/etc")))
        .doesNotThrowAnyException();
  }

  @Test
  void wantsAbsolutePaths() {
    assertThatThrownBy(() -> new DropRoots(Path.of("/data"), List.of("mnt")))
        .hasMessageContaining("BECKON_DROP_ROOTS");
  }

  private static DropSettings at(DropKind kind, String url) {
    return new DropSettings(
        "n",
        kind,
        url,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new DropTimes(null, null, null),
        DropWork.of(DropAction.IMPORT_CONTACTS));
  }
}
