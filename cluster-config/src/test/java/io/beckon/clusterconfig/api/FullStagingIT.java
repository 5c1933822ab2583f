package io.beckon.clusterconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.clusterconfig.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The disk on which uploads are staged fills up. */
class FullStagingIT {
  private static final RunningNode node = RunningNode.shared();

  @Test
  void refusesAnUploadWithTheRemedyAndTakesItOnceThereIsSpace() throws Exception {
    var tenancy = Tenancy.openAtAnyHour(node, "full-disk");
    var list = tenancy.create("/contact-lists", "{\"name\":\"full\"}").get("id").asText();
    var path = "/contact-lists/" + list + "/imports";
    var staging = node.data().resolve("staging").resolve("full-disk");
    try (var disk = SmallDisk.mount(staging, 2)) {
      var refused = tenancy.upload(path, "{}", file());
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
      var problem = RunningNode.json(refused);
      assertThat(problem.get("status").asInt()).as(refused.body()).isEqualTo(507);
      assertThat(problem.get("code").asText()).isEqualTo("STORAGE_FULL");
      assertThat(problem.get("remedy").asText()).contains("BECKON_DATA");
      assertThat(filesIn(staging)).isEmpty();
      assertThat(tenancy.get(path).get("items")).isEmpty();

      disk.resize(64);
      var accepted = tenancy.upload(path, "{}", file());
      assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
      var id = RunningNode.json(accepted).get("importId").asText();
      tenancy.awaitImport("/imports/" + id, 6_000);
    }
  }

  /** Some 6 MiB. */
  private static String file() {
    var text = new StringBuilder("phone,note\n");
    IntStream.range(0, 6_000)
        .mapToObj(i -> "+1212%07d,%s\n".formatted(2_000_000 + i, "x".repeat(1_000)))
        .forEach(text::append);
    return text.toString();
  }

  private static List<Path> filesIn(Path folder) throws Exception {
    try (var found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }
}
