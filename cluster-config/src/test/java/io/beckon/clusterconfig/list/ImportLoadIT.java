package io.beckon.clusterconfig.list;

import static io.beckon.clusterconfig.list.ListWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.PageRequest;
import io.beckon.protocol.list.ContactListId;
import io.beckon.protocol.list.ContactSearch;
import io.beckon.protocol.list.Dedupe;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.ImportState;
import io.beckon.protocol.list.ImportView;
import io.beckon.protocol.list.IssueCode;
import io.beckon.protocol.list.RowIssue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportLoadIT {
  private static final ListWorld world = new ListWorld();
  private static int lists;

  @AfterAll
  static void down() {
    world.close();
  }

  @Test
  void loadsWhatTheHeaderNames() {
    var list = world.list("names");
    var view =
        world.load(
            list,
            "Client ID,First_Name,LAST NAME,company,Phone,E-Mail,Time Zone,zip,State,Other1,Pet\n"
                + "7,Ann,Lee,Acme,(212) 555-0123,Ann@Example.com,America/Chicago,10001,NY,x,cat\n");
    assertSound(view, 1, 1, 0, 0, 0);
    var contact =
        now(world.contacts.page(
                ListWorld.TENANT,
                new ContactListId(list.listId()),
                ContactSearch.ALL,
                PageRequest.first()))
            .items()
            .get(0);
    assertThat(contact.clientId()).isEqualTo("7");
    assertThat(contact.firstName()).isEqualTo("Ann");
    assertThat(contact.lastName()).isEqualTo("Lee");
    assertThat(contact.company()).isEqualTo("Acme");
    assertThat(contact.timeZone()).isEqualTo("America/Chicago");
    assertThat(contact.postalCode()).isEqualTo("10001");
    assertThat(contact.other()).containsEntry("Other1", "x").containsEntry("Pet", "cat");
    assertThat(contact.devices().get(0).value()).isEqualTo("+12125550123");
    assertThat(contact.devices().get(0).state()).isEqualTo("NY");
    assertThat(contact.devices().get(0).zones())
        .containsExactly("America/Chicago", "America/New_York");
    assertThat(contact.devices().get(1).value()).isEqualTo("ann@example.com");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
NO_DEVICE      !      ! ',x,,'
INVALID_PHONE  ! phone ! '123,x,,'
INVALID_EMAIL  ! email ! ',x,nobody,'
RAGGED_ROW     !      ! '2125550123,x'
RAGGED_ROW     !      ! '2125550123,x,,,y'
UNCLOSED_QUOTE !      ! '2125550123,"x,,'
TOO_LONG       ! first name ! '2125550123,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,,'
BAD_VALUE      ! tz   ! '2125550123,x,,Mars/Base'
BAD_VALUE      ! first name ! '2125550123,x@,,'
""")
  void rejectsARowWithItsReason(IssueCode code, String column, String row) {
    var text =
        "phone,first name,email,tz\n2025550101,a,,\n"
            + row.replace('@', '\0')
            + "\n2025550102,b,,\n";
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var view = world.load(world.list("reject" + lists++), padded(bytes), ImportOptions.USUAL);
    assertSound(view, 3, 2, 0, 1, 0);
    assertThat(world.issues(view, false))
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.code()).isEqualTo(code);
              assertThat(i.column()).isEqualTo(column);
              assertThat(i.reason()).isNotBlank();
              assertThat(i.row()).isEqualTo(2);
              assertThat(i.line()).isGreaterThan(2);
            });
  }

  /** NUL bytes count as binary only near the beginning. */
  private static byte[] padded(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    int rows = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
    return (text.substring(0, rows) + "\n".repeat(70_000) + text.substring(rows))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void rejectsARowOfAnotherCharset() {
    var bytes =
        "phone,name\n2025550101,a\n2025550102,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    var utf8 = options("UTF-8", null);
    var view = world.load(world.list("charset"), bytes, utf8);
    assertSound(view, 2, 1, 0, 1, 0);
    assertThat(world.issues(view, false).get(0).code()).isEqualTo(IssueCode.BAD_CHARSET);
  }

  @ParameterizedTest(name = "{0} given {1} is read as {2}")
  @CsvSource({
    "UTF-8,,UTF-8",
    "windows-1252,,windows-1252",
    "ISO-8859-1,ISO-8859-1,ISO-8859-1",
    "windows-1252,windows-1252,windows-1252",
    "UTF-8,UTF-8,UTF-8"
  })
  void readsLettersOfEveryCharset(String written, String given, String seen) {
    var list = world.list("letters" + lists++);
    var bytes = "phone,first name\n2025550101,J\u00fcrgen\n".getBytes(Charset.forName(written));
    var view = world.load(list, bytes, options(given, null));
    assertThat(view.charset()).isEqualTo(seen);
    assertThat(world.rows(list).get(0)).contains("J\u00fcrgen");
  }

  @Test
  void passesOverAByteOrderMark() {
    var view = world.load(world.list("bom"), "\uFEFFphone\n2025550101\n");
    assertSound(view, 1, 1, 0, 0, 0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          EMPTY_FILE       ! ''
          EMPTY_FILE       ! '\\n \\n'
          BAD_ARCHIVE      ! 'PK\u0003\u0004 workbook'
          BINARY_FILE      ! '%PDF-1.7'
          BINARY_FILE      ! '<html><table><tr><td>phone'
          BINARY_FILE      ! '<?xml version="1.0"?><Workbook/>'
          BINARY_FILE      ! 'phone\u0000'
          NO_DEVICE_COLUMN ! 'name,city\\nAnn,Bonn'
          NO_DEVICE_COLUMN ! '+12025550101,Ann'
          BAD_HEADER       ! '"phone,name\\n2025550101,x'
          """)
  void failsAFileThatCannotBeLoaded(String code, String text) {
    var list = world.list("failed" + lists++);
    var view = world.load(list, text.replace("\\n", "\n"));
    assertThat(view.state()).isEqualTo(ImportState.FAILED);
    assertThat(view.error().code()).isEqualTo(code);
    assertThat(view.error().remedy()).isNotBlank();
    assertThat(world.rows(list)).isEmpty();
  }

  @Test
  void completesAFileThatHasAHeaderOnly() {
    var view = world.load(world.list("header"), "phone,name\n");
    assertSound(view, 0, 0, 0, 0, 0);
    assertThat(view.bytesRead()).isEqualTo(view.bytesTotal());
  }

  @Test
  void dropsBadAndKnownDevicesAndKeepsTheRow() {
    var list = world.list("devices");
    world.load(list, "phone\n2025550101\n");
    var view =
        world.load(
            list,
            "phone1,phone2,email\n"
                + "2025550101,2025550102,\n" // one is on the list
                + "12,2025550103,bad\n" // two are none
                + "2025550104,+1 202 555 0104,\n" // twice the same
                + "2025550102,2025550101,\n" // both are known: a duplicate
                + "2025550101,12,\n" // known or bad: a duplicate
                + "12,,bad\n"); // rejected
    assertSound(view, 6, 3, 2, 1, 4);
    assertThat(world.issues(view, true))
        .extracting(RowIssue::row, RowIssue::column, RowIssue::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(1L, "phone1", IssueCode.DUPLICATE_DEVICE),
            org.assertj.core.groups.Tuple.tuple(2L, "phone1", IssueCode.INVALID_PHONE),
            org.assertj.core.groups.Tuple.tuple(2L, "email", IssueCode.INVALID_EMAIL),
            org.assertj.core.groups.Tuple.tuple(3L, "phone2", IssueCode.DUPLICATE_DEVICE));
  }

  @ParameterizedTest(name = "{0} keeps {1}")
  @CsvSource({"DEVICE, 3", "CLIENT_ID, 3", "BOTH, 1", "NONE, 5"})
  void knowsDuplicatesByWhatIsAskedFor(Dedupe dedupe, int kept) {
    var list = world.list("dedupe" + dedupe);
    world.load(list, "phone,client id\n2025550101,1\n");
    var view =
        world.load(
            list,
            "phone,client id\n2025550101,9\n2025550102,1\n2025550103,2\n2025550104,2\n2025550103,\n"
                .getBytes(StandardCharsets.UTF_8),
            options(null, dedupe));
    assertSound(view, 5, kept, 5 - kept, 0, 0);
  }

  @Test
  void readsNumbersWithTheCountryOfTheRowOrTheOptions() {
    var list = world.list("countries");
    var view =
        world.load(
            list,
            "phone;country\n030 901820;\n020 7946 0958;UK\n030 901821;Atlantis\n"
                .getBytes(StandardCharsets.UTF_8),
            new ImportOptions("de", null, null, null, null, null, null, null, null, null));
    assertSound(view, 3, 2, 0, 1, 0);
    assertThat(world.rows(list).get(0)).contains("+4930901820").contains("Europe/Berlin");
    assertThat(world.rows(list).get(1)).contains("+442079460958").contains("Europe/London");
  }

  @Test
  void showsNothingOfAnImportThatIsNotCompleted() {
    var list = world.list("hidden");
    var id =
        world.submit(
            list, "phone\n2025550101\n".getBytes(StandardCharsets.UTF_8), ImportOptions.USUAL);
    world.begin(list, id);
    assertThat(
            now(world.contacts.page(
                    ListWorld.TENANT,
                    new ContactListId(list.listId()),
                    ContactSearch.ALL,
                    PageRequest.first()))
                .items())
        .isEmpty();
  }

  @Test
  void loadsASuppressionFileAndPublishesItBeforeItIsCompleted() {
    var list = world.suppressionList("stop", "DEVICE");
    var view =
        world.load(
            list,
            "name,phone\na,2025550101\nb,(202) 555-0101\nc,2025550102 ext. 5\nd,12\n,\n"
                + "e,Stop@Example.com\n");
    assertSound(view, 6, 3, 1, 2, 0);
    assertThat(world.published).contains(view.id());
    assertThat(entries(list.listId()))
        .containsExactly("+12025550101", "+12025550102", "stop@example.com");
  }

  @Test
  void countsTheRetentionAnewOfWhatIsSuppressedForAWhile() {
    var list = world.suppressionList("while", "CLIENT_ID");
    world
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO suppression_entry (list_id, value, tenant_id, valid_till) VALUES"
                        + " (?, 'A7', 'default', now() + interval '1 hour'), (?, 'A8', 'default',"
                        + " NULL)",
                    list.listId(),
                    list.listId()));
    var view = world.load(list, "client id\nA7\nA8\nA9\n");
    assertThat(view.accepted()).isEqualTo(1);
    assertThat(view.updated()).isEqualTo(1);
    assertThat(view.duplicates()).isEqualTo(1);
    var failed = world.load(world.suppressionList("ids", "CLIENT_ID"), "phone\n2025550101\n");
    assertThat(failed.error().code()).isEqualTo("NO_CLIENT_ID_COLUMN");
  }

  @Test
  void countsAddUpForAnyBytes() {
    var random = new Random(7);
    var alphabet = "\"\",,,\n\n\r25550101+@.aé;\t".getBytes(StandardCharsets.ISO_8859_1);
    for (int sample = 0; sample < 40; sample++) {
      var head = "phone,email,client id\n".getBytes(StandardCharsets.UTF_8);
      var bytes = java.util.Arrays.copyOf(head, head.length + random.nextInt(3_000));
      for (int i = head.length; i < bytes.length; i++) {
        bytes[i] = alphabet[random.nextInt(alphabet.length)];
      }
      var view = world.load(world.list("any" + sample), bytes, ImportOptions.USUAL);
      assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
      assertThat(view.accepted() + view.updated() + view.duplicates() + view.rejected())
          .isEqualTo(view.rowsRead());
      assertThat(world.issues(view, false)).hasSize((int) view.rejected());
    }
  }

  private static java.util.List<String> entries(long list) {
    return world
        .database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT value FROM suppression_entry WHERE list_id = ? ORDER BY value")
                    .bind(0, list)
                    .mapTo(String.class)
                    .list());
  }

  private static ImportOptions options(String charset, Dedupe dedupe) {
    return new ImportOptions(null, charset, null, null, dedupe, null, null, null, null, null);
  }

  private static void assertSound(
      ImportView view, long rows, long accepted, long duplicates, long rejected, long warnings) {
    assertThat(view.error()).isNull();
    assertThat(view.state()).isEqualTo(ImportState.COMPLETED);
    assertThat(
            java.util.List.of(
                view.rowsRead(),
                view.accepted(),
                view.duplicates(),
                view.rejected(),
                view.warnings()))
        .as("rows, accepted, duplicates, rejected, warnings")
        .containsExactly(rows, accepted, duplicates, rejected, warnings);
  }
}
