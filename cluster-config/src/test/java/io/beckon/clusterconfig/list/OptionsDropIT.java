package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.DropWorld.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beckon.persistence.JsonColumn;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.MappingView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Files of watched places, loaded by the options of their source. */
@Execution(ExecutionMode.CONCURRENT)
class OptionsDropIT {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  @TempDir static Path drops;
  private static DropWorld world;
  @TempDir Path folder;

  @BeforeAll
  static void up() {
    world = new DropWorld(drops);
  }

  @AfterAll
  static void down() {
    world.close();
  }

  private Drops into(ListRef list, String options) {
    return Drops.at(DropKind.FOLDER, folder.toString())
        .into(Long.toString(list.listId()))
        .options(options);
  }

  /** Appears whole, as if written so many hours after noon. */
  private void drop(String name, String text, int hours) throws IOException {
    var hidden = Files.writeString(folder.resolve("." + name), text);
    Files.setLastModifiedTime(hidden, FileTime.from(NOON.plusSeconds(3600L * hours)));
    Files.move(hidden, folder.resolve(name));
  }

  /** As readers see the list: of one that was replaced, rows stay in its tables for a while. */
  private static List<String> people(ListRef list) {
    var id = new ContactListId(list.listId());
    var all = new PageRequest(PageRequest.MAX_LIMIT, null);
    var page =
        ListWorld.now(world.lists.contacts.page(ListWorld.TENANT, id, ContactSearch.ALL, all));
    return page.items().stream()
        .map(c -> c.clientId() + " " + c.devices().get(0).value())
        .sorted()
        .toList();
  }

  private static void awaitPeople(ListRef list, String... people) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(people(list)).containsExactly(people));
  }

  @Test
  void replacesItsListNightAfterNightAlsoByWhatItHadBefore() throws IOException {
    var list = world.lists.list("nightly");
    var monday = "client id,phone\nA,2025550101\nB,2025550102\n";
    drop("mon.csv", monday, 0);
    var source = world.create(into(list, "{\"mode\":\"REPLACE\"}").settings("nightly"));
    awaitPeople(list, "A +12025550101", "B +12025550102");

    drop("tue.csv", "client id,phone\nC,2025550103\n", 24);
    awaitPeople(list, "C +12025550103");

    drop("wed.csv", monday, 48);
    awaitPeople(list, "A +12025550101", "B +12025550102");

    drop("again.csv", monday, 49);
    drop("thu.csv", "client id,phone\nD,2025550104\n", 72);
    awaitPeople(list, "D +12025550104");
    assertThat(world.importsOf("again.csv")).isEmpty();
    world.awaitFine(source);
  }

  @Test
  void takesTheOldestFirstAndNoneBeforeAnOlderOneThatIsRefused() throws IOException {
    var list = world.lists.list("in order");
    drop("a.csv", "client id,phone\nNEW,2025550111\n", 2);
    drop("b.csv", "client id,phone\nOLD,2025550112\n", 1);
    drop("b.spc", "layout fixed\nfield device1 at 4\n", 1);
    var source = world.create(into(list, "{\"mode\":\"REPLACE\"}").settings("in order"));
    world.awaitError(source, "b.spc: Line 2");
    assertThat(world.importsOf("a.csv")).isEmpty();

    Files.delete(folder.resolve("b.spc"));

    awaitPeople(list, "NEW +12025550111");
    assertThat(world.importsOf("b.csv").get(0).id().value())
        .isLessThan(world.importsOf("a.csv").get(0).id().value());
  }

  @Test
  void changesTheContactsThatItsKeyFinds() throws IOException {
    var list = world.lists.list("updated");
    world.lists.load(list, "client id,phone\nA,2025550121\nB,2025550122\n");
    drop("u.csv", "client id;phone\nA;2025550123\nC;2025550124\n", 0);
    var options = "{\"mode\":\"UPDATE\",\"key\":\"CLIENT_ID\",\"delimiter\":\"SEMICOLON\"}";
    var source = world.create(into(list, options).settings("updated"));
    awaitPeople(list, "A +12025550123", "B +12025550122", "C +12025550124");
    assertThat(world.importsOf("u.csv").get(0).updated()).isEqualTo(1);
    assertThat(world.view(source).work().options()).isNotNull();
  }

  private static MappingView mapping(String name, int position) {
    return ListWorld.now(world.mappings.create(ListWorld.TENANT, mapped(name, position)));
  }

  private static DataMapping mapped(String name, int position) {
    var json =
        """
        {"name":"%s","kind":"CONTACTS","layout":"DELIMITED","header":false,
         "columns":[{"field":"clientId","position":1},{"field":"device1","position":%d}]}""";
    return JsonColumn.read(json.formatted(name, position), DataMapping.class);
  }

  @Test
  void readsByItsMappingAsItIsNow() throws IOException {
    var list = world.lists.list("mapped");
    var mapping = mapping("moving", 2);
    drop("one.csv", "A,2025550131,x\n", 0);
    var source =
        world.create(into(list, "{\"mappingId\":\"" + mapping.id() + "\"}").settings("mapped"));
    awaitPeople(list, "A +12025550131");

    ListWorld.now(
        world.mappings.change(
            ListWorld.TENANT, mapping.id(), mapped("moving", 3), OptionalLong.empty()));
    drop("two.csv", "B,x,2025550132\n", 1);
    awaitPeople(list, "A +12025550131", "B +12025550132");
    world.awaitFine(source);
  }

  @Test
  void saysThatItsMappingIsGoneAndTakesNothing() throws IOException {
    var list = world.lists.list("unmapped");
    var mapping = mapping("going", 2);
    var source =
        world.create(into(list, "{\"mappingId\":\"" + mapping.id() + "\"}").settings("unmapped"));
    world
        .lists
        .database
        .jdbi()
        .useHandle(
            h -> h.execute("DELETE FROM data_mapping WHERE mapping_id = ?", mapping.id().value()));
    drop("left.csv", "A,2025550141\n", 0);
    world.awaitError(source, "Mapping " + mapping.id() + " of this place was deleted");
    assertThat(world.importsOf("left.csv")).isEmpty();
  }
}
