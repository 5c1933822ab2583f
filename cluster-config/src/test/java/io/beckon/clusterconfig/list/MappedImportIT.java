package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.persistence.list.PostgresMappings;
import io.beckon.protocol.PageRequest;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.RowIssue;
import io.beckon.protocol.list.SpcReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files read with a mapping, through a real database. */
class MappedImportIT {
  private static final ListWorld world = new ListWorld();
  private static final String FIXED = "mapping fixed\nlayout fixed\nfield device1 from 1 length 9";
  private static int lists;

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void readsColumnsByPositionWithoutHeader() {
    var list = list();
    var view =
        load(
            list,
            "A1;Lee;2025550101;x\nA2;Kim;2025550102;y\nA3;Oz;2025550103\n",
            "mapping m\nheader no\nfield device1 position 3\nfield clientId position 1");
    assertThat(view.accepted()).isEqualTo(2);
    assertThat(world.rows(list).get(0))
        .startsWith("1~A1~{\"column 2\": \"Lee\", \"column 4\": \"x\"}~");
    assertThat(issues(view))
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.code()).isEqualTo(IssueCode.RAGGED_ROW);
              assertThat(i.reason()).isEqualTo("has 3 fields where the first row has 4");
            });
  }

  @Test
  void dropsWhatAMappingDoesNotNameAndCountsRowsTooLong() {
    var list = list();
    var view =
        load(
            list,
            "A1,Lee,2025550101,x\nA2,Kim,2025550102\nA3,Oz\n",
            "mapping m\nheader no\nothers drop\nfield device1 position 3\nfield lastName position 2");
    assertThat(world.rows(list)).hasSize(2).first().asString().startsWith("1~Lee~0~+12025550101");
    assertThat(issues(view)).extracting(RowIssue::row).containsExactly(3L);
  }

  @Test
  void findsColumnsByForgivenNamesAndTriesDevicesInTheOrderOfTheMapping() {
    var list = list();
    var view =
        load(
            list,
            "Title line\n\nTEL_HOME,Kunde Nr,tel.work\n2025550101,7,2025550102\n",
            "mapping m\nskip 2\nfield device1 name \"Tel work\"\nfield device2 name \"tel home\"\n"
                + "field clientId name \"kunde nr\"");
    assertThat(view.error()).isNull();
    assertThat(world.rows(list)).hasSize(2).first().asString().startsWith("1~7~0~+12025550102");
  }

  @Test
  void saysWhichColumnOfTheMappingIsMissing() {
    var view = load(list(), "phone,name\n2025550101,x\n", "mapping M\nfield device1 name Tel");
    assertThat(view.state()).isEqualTo(ImportState.FAILED);
    assertThat(view.error().code()).isEqualTo("MAPPED_COLUMN_MISSING");
    assertThat(view.error().detail()).contains("M", "device1", "column Tel");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "¦, UTF-8",
    "¦, windows-1252",
    "§, ISO-8859-1",
    "§, UTF-16LE",
    "€, UTF-8",
    "é, UTF-8"
  })
  void readsAnyCharacterAsDelimiter(String delimiter, String charset) {
    var list = list();
    var text = "Ann¦2025550101¦a\"b\n'Bob ¦ Joe'¦2025550102¦Â¦x\n".replace("¦", delimiter);
    text = text.replace("Â" + delimiter + "x", "Âx");
    var mapping =
        SpcReader.read(
            "mapping m\nheader no\nquote \"'\"\nfield firstName position 1\nfield device1 position 2",
            null,
            ImportKind.CONTACTS);
    var options = ImportOptions.USUAL.mapped(mapping).readAs(charset, delimiter);
    var view = world.load(list, text.getBytes(Charset.forName(charset)), options);
    assertThat(view.error()).isNull();
    assertThat(view.accepted()).as(issues(view).toString()).isEqualTo(2);
    assertThat(world.rows(list).get(0)).startsWith("1~Ann~{\"column 3\": \"a\\\"b\"}~0~+1202555");
    assertThat(world.rows(list).get(1))
        .startsWith("2~Bob " + delimiter + " Joe~{\"column 3\": \"Âx\"}");
  }

  @Test
  void refusesADelimiterThatTheCharsetLacks() {
    var options = ImportOptions.USUAL.readAs("ISO-8859-1", "€");
    var view = world.load(list(), "phone\n1".getBytes(StandardCharsets.UTF_8), options);
    assertThat(view.error().code()).isEqualTo("DELIMITER_NOT_IN_CHARSET");
  }

  @Test
  void readsWorkbooksByPositionAndByNameButNotByFixedPositions() {
    var sheet = Packed.file("Tel,Name\n2025550101,Ann\n2025550102\n", Packed.Content.XLSX, null);
    var byName =
        "mapping m\nquote \"'\"\ndelimiter |\nfield device1 name tel\nfield firstName name name";
    assertThat(world.load(list(), sheet, options(byName)).accepted()).isEqualTo(2);
    var byPosition =
        "mapping m\nheader no\nskip 1\nfield device1 position 1\nfield firstName position 2";
    assertThat(world.load(list(), sheet, options(byPosition)).accepted()).isEqualTo(2);
    var refused = world.load(list(), sheet, options(FIXED));
    assertThat(refused.error().code()).isEqualTo("FIXED_WORKBOOK");
  }

  @Test
  void suppressesByPositionWhateverARowLacks() {
    var list = world.suppressionList("mapped" + lists++, "CLIENT_ID");
    var spec = "mapping m\nheader no\nfield clientId position 2\nfield Reason position 3";
    var mapping = SpcReader.read(spec, null, ImportKind.SUPPRESSION);
    var text = "x,A1,why\ny,A2\nz\n".getBytes(StandardCharsets.UTF_8);
    var view = world.load(list, text, ImportOptions.USUAL.mapped(mapping));
    assertThat(view.accepted()).isEqualTo(2);
    assertThat(view.rejected()).isEqualTo(1);
    var devices = world.suppressionList("mapped" + lists++, "DEVICE");
    assertThat(world.load(devices, text, ImportOptions.USUAL.mapped(mapping)).error().code())
        .isEqualTo("NO_DEVICE_COLUMN");
  }

  @Test
  void keepsMappingsByNameAndRefusesTheSecondOfOneName() {
    var mappings = new PostgresMappings(world.database, world.clock);
    var first = now(mappings.create(ListWorld.TENANT, mapping("mapping a\nfield device1 name x")));
    var second = now(mappings.create(ListWorld.TENANT, mapping("mapping b\nfield device1 name y")));
    assertThatThrownBy(() -> now(mappings.create(ListWorld.TENANT, first.mapping())))
        .hasStackTraceContaining("There is a mapping a already.");
    assertThatThrownBy(
            () ->
                now(
                    mappings.change(
                        ListWorld.TENANT, second.id(), first.mapping(), OptionalLong.empty())))
        .hasStackTraceContaining("There is a mapping a already.");
    assertThatThrownBy(
            () ->
                now(
                    mappings.change(
                        ListWorld.TENANT, second.id(), second.mapping(), OptionalLong.of(9))))
        .hasStackTraceContaining("changed since revision 9");
    var page = now(mappings.page(ListWorld.TENANT, ImportKind.CONTACTS, "b", PageRequest.first()));
    assertThat(page.items()).containsExactly(second);
  }

  private static ListRef list() {
    return world.list("mapped" + lists++);
  }

  private static ImportView load(ListRef list, String text, String spec) {
    return world.load(list, text.getBytes(StandardCharsets.UTF_8), options(spec));
  }

  private static ImportOptions options(String spec) {
    return ImportOptions.USUAL.mapped(mapping(spec));
  }

  private static DataMapping mapping(String spec) {
    return SpcReader.read(spec, null, ImportKind.CONTACTS);
  }

  private static List<RowIssue> issues(ImportView view) {
    return world.issues(view, false);
  }
}
