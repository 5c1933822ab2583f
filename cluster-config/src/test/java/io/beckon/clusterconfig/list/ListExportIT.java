package io.beckon.clusterconfig.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import akka.NotUsed;
import akka.stream.javadsl.Keep;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.beckon.protocol.InvalidField;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.Dedupe;
import io.beckon.protocol.list.ExportColumn;
import io.beckon.protocol.list.ExportOptions;
import io.beckon.protocol.list.ExportWish;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ListRef;
import io.beckon.protocol.list.LoadFence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists as files, written by a real PostgreSQL. */
class ListExportIT {
  private static final String FILE =
      """
client id,first name,last name,company,phone1,phone2,email,Balance,"Say ""hi""\"
C1,Ann,"Lee, Jr.",=HYPERLINK("http://x"),+12125550123,(312) 555-0124,+a=b@example.com,-12.50,"two
lines"
C2,Łukasz,\\N,@cmd,212 555 0125,,,-1+2,\t=1
=C3,Bob,"a\tb",+12125550199,,,bob@example.com,+7,_x0041_
""";

  private final ListWorld world = new ListWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void anImportReadsTheUsualFileAgain() {
    var from = loaded();
    var into = world.list("again");

    var options = ExportOptions.of(null, null, null, null, "KEEP");
    var again = world.load(into, bytes(from, ExportColumn.USUAL, options), ImportOptions.USUAL);

    assertThat(again.accepted()).as(world.issues(again, false).toString()).isEqualTo(3);

    assertThat(essence(into)).hasSize(5).isEqualTo(essence(from));
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreDefused() {
    var text = text(loaded(), "clientId,company,device1,email,other.Balance", "true", null);

    assertThat(text)
        .isEqualTo(
            """
            client id,company,device1,email,Balance
            C1,"'=HYPERLINK(""http://x"")",+12125550123,'+a=b@example.com,-12.50
            C2,'@cmd,+12125550125,,'-1+2
            '=C3,+12125550199,bob@example.com,bob@example.com,+7
            """);
  }

  @Test
  void machinesGetFormulasAsTheyAre() {
    assertThat(text(loaded(), "clientId,company,other.Balance", "false", "keep"))
        .isEqualTo(
            """
            C1,"=HYPERLINK(""http://x"")",-12.50
            C2,@cmd,-1+2
            =C3,+12125550199,+7
            """);
  }

  @Test
  void aWorkbookHoldsTextsOnlyAndMarksFormulas() throws IOException {
    var options = ExportOptions.of("xlsx", null, null, null, null);
    var names = "clientId,lastName,company,email,device2,other.Balance,other.Say \"hi\"";
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes(loaded(), names, options)))) {
      var rows = new ArrayList<List<String>>();
      book.getSheetAt(0)
          .forEach(
              row -> {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(cell.toString()));
                rows.add(cells);
              });
      assertThat(rows)
          .containsExactly(
              List.of(
                  "client id", "last name", "company", "email", "device2", "Balance", "Say \"hi\""),
              List.of(
                  "C1",
                  "Lee, Jr.",
                  "=HYPERLINK(\"http://x\")",
                  "+a=b@example.com",
                  "+13125550124",
                  "-12.50",
                  "two\nlines"),
              List.of("C2", "\\N", "@cmd", "", "", "-1+2", "=1"),
              List.of("=C3", "a\tb", "+12125550199", "bob@example.com", "", "+7", "_x0041_"));
      assertThat(marked(book, 1, 2)).isTrue();
      assertThat(marked(book, 1, 0)).isFalse();
      assertThat(marked(book, 3, 2)).isFalse();
    }
  }

  private static boolean marked(XSSFWorkbook book, int row, int column) {
    Cell cell = book.getSheetAt(0).getRow(row).getCell(column);
    return ((XSSFCellStyle) cell.getCellStyle()).getCoreXf().getQuotePrefix();
  }

  @Test
  void resultsStandBehindTheDeviceTheyAreOf() {
    var list = loaded();
    world
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO attempt (attempt_id, tenant_id, group_id, run_id, record_id,"
                        + " list_id, contact_id, device, channel, decision_id, node, authorised_at,"
                        + " call_result, not_placed) SELECT ('00000000-0000-7000-8000-00000000000'"
                        + " || n)::uuid, 'default', 1, 1, 1, list_id, contact_id, value, 'VOICE',"
                        + " gen_random_uuid(), 'node-1', '2026-11-22T10:00:00Z'::timestamptz"
                        + " + n * interval '1 minute', r, r IS NULL FROM device,"
                        + " (VALUES (1, 6), (2, 33), (3, NULL)) AS a(n, r)"
                        + " WHERE value = '+13125550124'"));

    assertThat(
            new String(
                bytes(list, ExportColumn.parse("device2,emailZones", true), ExportOptions.USUAL),
                StandardCharsets.UTF_8))
        .startsWith(
            """
            device2,device2 call result,device2 attempts,device2 last attempt at,email zones
            +13125550124,ANSWER,2,2026-11-22T10:02:00Z,
            """);
  }

  @Test
  void theFirstDeviceAloneIsTheFirstOfTheChain() {
    assertThat(text(loaded(), "clientId,device1,device1Zones,device1State", "false", null))
        .isEqualTo(
            """
            C1,+12125550123,America/New_York,NY
            C2,+12125550125,America/New_York,NY
            '=C3,bob@example.com,,
            """);
  }

  @Test
  void theOwnZonesOfAContactAreAColumnForWhoeverAsks() {
    var list = world.list("own zones");
    world.load(
        list,
        """
        phone,postal code,time zone
        2125550123,32321,
        2125550124,90001,America/Denver
        2125550125,,
        """);
    assertThat(text(list, "phone1,timeZone,zones", null, null))
        .isEqualTo(
            """
            phone1,time zone,zones
            +12125550123,,America/Chicago|America/New_York
            +12125550124,America/Denver,America/Denver
            +12125550125,,
            """);
    assertThat(ExportColumn.USUAL).doesNotContain(ExportColumn.Field.ZONES);
  }

  @Test
  void onlyWhatReadersSeeIsExported() {
    var list = loaded();
    var open =
        world.submit(
            list, "phone\n+12125550177\n".getBytes(StandardCharsets.UTF_8), ImportOptions.USUAL);
    ListWorld.now(world.run(world.begin(list, open), neverCompleting()));

    assertThat(text(list, "device1", "false", null)).doesNotContain("+12125550177").hasLineCount(3);
  }

  @Test
  void theCharsetAndTheDelimiterAreAsAskedFor() {
    var options = ExportOptions.of("csv", "SEMICOLON", "windows-1252", "false", null);
    assertThat(
            new String(
                bytes(loaded(), "clientId,firstName", options), Charset.forName("windows-1252")))
        .isEqualTo("C1;Ann\nC2;?ukasz\n'=C3;Bob\n");
    var wide = ExportOptions.of("csv", "TAB", "UTF-16", "false", null);
    assertThat(new String(bytes(loaded("b"), "clientId,firstName", wide), StandardCharsets.UTF_16))
        .isEqualTo("C1\tAnn\nC2\tŁukasz\n'=C3\tBob\n");
  }

  @Test
  void whoGoesAwayEndsTheQueryAndFreesItsPlace() {
    var list = world.list("long");
    world
        .database
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  "INSERT INTO import (tenant_id, kind, list_id, state, file_name, sha256, options,"
                      + " bytes_total, heard_at, created_at) VALUES ('default', 'CONTACTS', ?,"
                      + " 'COMPLETED', '', '', '{}', 0, now(), now())",
                  list.listId());
              h.execute(
                  "INSERT INTO contact (tenant_id, list_id, contact_id, import_id, row_no, company)"
                      + " SELECT 'default', list_id, n, import_id, n, repeat('x', 300) FROM import,"
                      + " generate_series(1, 100000) n WHERE list_id = ?",
                  list.listId());
            });
    for (int i = 0; i < 3; i++) {
      var first =
          export(list, ExportColumn.parse("company", false), ExportOptions.USUAL)
              .toMat(Sink.<ByteString>head(), Keep.right())
              .run(world.kit.system());
      assertThat(ListWorld.now(first).size()).isGreaterThan(1000);
      await().until(() -> copying() == 0);
    }
  }

  private long copying() {
    return world
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND query LIKE 'COPY (SELECT%' AND state <> 'idle'")
                    .mapTo(Long.class)
                    .one());
  }

  @Test
  void aColumnNobodyKnowsIsRefusedByName() {
    assertThatThrownBy(() -> ExportColumn.parse("clientId,device11", false))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining("was device11");
    assertThatThrownBy(() -> ExportOptions.of(null, "ab", null, null, null))
        .isInstanceOf(InvalidField.class)
        .hasMessageContaining("was ab");
  }

  private PassingLoads neverCompleting() {
    return new PassingLoads(world.loads) {
      @Override
      public CompletionStage<Boolean> complete(LoadFence fence) {
        return CompletableFuture.completedFuture(false);
      }
    };
  }

  private ListRef loaded() {
    return loaded("first");
  }

  private ListRef loaded(String name) {
    var list = world.list(name);
    var options =
        new ImportOptions(null, null, null, null, Dedupe.NONE, null, null, null, null, null);
    assertThat(world.load(list, FILE.getBytes(StandardCharsets.UTF_8), options).accepted())
        .isEqualTo(3);
    return list;
  }

  /** Without the other columns' JSON, which an import keeps as one column. */
  private List<String> essence(ListRef list) {
    return world.rows(list).stream().map(row -> row.replaceAll("~\\{.*}~", "~")).toList();
  }

  private String text(
      ListRef list, String columns, @Nullable String header, @Nullable String formulas) {
    var options = ExportOptions.of(null, null, null, header, formulas);
    return new String(bytes(list, columns, options), StandardCharsets.UTF_8);
  }

  private byte[] bytes(ListRef list, @Nullable String columns, ExportOptions options) {
    return bytes(list, ExportColumn.parse(columns, false), options);
  }

  private byte[] bytes(ListRef list, List<ExportColumn> columns, ExportOptions options) {
    return ListWorld.now(
            export(list, columns, options)
                .runFold(ByteString.emptyByteString(), ByteString::concat, world.kit.system()))
        .toArray();
  }

  private Source<ByteString, NotUsed> export(
      ListRef list, List<ExportColumn> columns, ExportOptions options) {
    return world.contacts.export(
        ListWorld.TENANT,
        new ContactListId(list.listId()),
        new ExportWish(columns, options, null),
        rows -> {});
  }
}
