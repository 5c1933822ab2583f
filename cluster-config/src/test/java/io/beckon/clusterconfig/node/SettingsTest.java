package io.beckon.clusterconfig.node;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path data;

  @Test
  void aNewcomersNodeHasAllRolesAndEmbedsItsServices() {
    var settings = settings(Map.of());

    assertThat(settings.node().roles()).isEqualTo(EnumSet.allOf(NodeRole.class));
    assertThat(settings.services().database().url()).isNull();
    assertThat(settings.services().redisUrl()).isNull();
    assertThat(settings.network().bind()).isEqualTo("127.0.0.1");
  }

  @Test
  void theSecretIsMadeOnceAndOnlyItsOwnerMayReadIt() throws Exception {
    var first = settings(Map.of()).signIn().secret();

    assertThat(settings(Map.of()).signIn().secret()).isEqualTo(first).hasSize(64);
    assertThat(Files.getPosixFilePermissions(data.resolve("secret")))
        .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
  }

  @Test
  void rolesAreNamedAsKubernetesNamesThem() {
    assertThat(settings(Map.of("beckon.roles", "list-builder, DIAL")).node().roles())
        .containsExactlyInAnyOrder(NodeRole.LIST_BUILDER, NodeRole.DIAL);
  }

  @Test
  void wrongValuesAreNamed() {
    assertThatThrownBy(() -> settings(Map.of("beckon.roles", "api,fax")))
        .hasMessageContaining("\"fax\"");
    assertThatThrownBy(() -> settings(Map.of("beckon.http-port", 70_000)))
        .hasMessage("BECKON_HTTP_PORT is 1 to 65535, was 70000");
    assertThatThrownBy(() -> settings(Map.of("beckon.database.url", "postgres://x")))
        .hasMessageContaining("jdbc:postgresql:");
    assertThatThrownBy(() -> settings(Map.of("beckon.largest-unpacked", "1k")))
        .hasMessageContaining("BECKON_LARGEST_UNPACKED");
    assertThatThrownBy(() -> settings(Map.of("beckon.discovery", "config")))
        .hasMessageContaining("BECKON_CONTACT_POINTS");
    assertThatThrownBy(() -> settings(Map.of("beckon.password-iterations", 999)))
        .hasMessage("BECKON_PASSWORD_ITERATIONS is 1000 or more, was 999");
  }

  @Test
  void secretsAreNeverPrinted() {
    var settings =
        settings(
            Map.of(
                "beckon.admin-password", "hunter2-hunter2",
                "beckon.database.password", "tiger-tiger",
                "beckon.redis-url", "redis://:lion-lion@127.0.0.1:6379"));

    assertThat(settings.toString())
        .doesNotContain("hunter2", "tiger", "lion", settings.signIn().secret());
  }

  private Settings settings(Map<String, Object> given) {
    return Settings.from(
        ConfigFactory.parseMap(given)
            .withFallback(ConfigFactory.parseMap(Map.of("beckon.data", data.toString())))
            .withFallback(ConfigFactory.parseResources("beckon.conf"))
            .resolve());
  }
}
