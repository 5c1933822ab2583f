package io.beckon.protocol.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.filedrop.AfterTaking.Action;
import io.beckon.protocol.job.JobTiming;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.ImportKind;
import io.beckon.protocol.list.ImportMode;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.MappedColumn;
import io.beckon.protocol.list.MappingLayout;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropSettingsTest {
  private static final String HEX = "0123456789abcdef".repeat(4);

  private static DropSettings of(DropKind kind, String url) {
    return with(kind, url, null, null, null);
  }

  private static DropSettings with(
      DropKind kind,
      String url,
      @Nullable String knownHosts,
      @Nullable String fingerprint,
      @Nullable AfterTaking after) {
    return new DropSettings(
        "it",
        kind,
        url,
        null,
        null,
        null,
        knownHosts,
        fingerprint,
        "{name}.done",
        after,
        null,
        new DropTimes(null, null, null),
        DropWork.of(DropAction.IMPORT_CONTACTS));
  }

  @Test
  void isLookedAtByAScheduleInPlaceOfAPause() {
    var daily = new DropTimes(null, "30 6 * * MON-FRI", "America/New_York");
    assertThat(daily.every()).isNull();
    assertThat(daily.schedule())
        .contains(new JobTiming.Repeated("30 6 * * MON-FRI", "America/New_York"));
    assertThat(new DropTimes(null, "0 6 * * *", null).schedule().orElseThrow().timeZone())
        .isEqualTo("UTC");
    assertThat(new DropTimes(null, null, null).schedule()).isEmpty();
  }

  @Test
  void refusesTimesThatMeanNothingOrTwoThings() {
    refuses("every", () -> new DropTimes(Duration.ofSeconds(5), "0 6 * * *", null));
    refuses("every", () -> new DropTimes(Duration.ofMillis(999), null, null));
    refuses("cron", () -> new DropTimes(null, "0 6 *", null));
    refuses("timeZone", () -> new DropTimes(null, "0 6 * * *", "Mars/Base"));
    refuses("timeZone", () -> new DropTimes(null, null, "UTC"));
  }

  private static DropWork work(
      DropAction action, @Nullable String contacts, @Nullable String suppression) {
    return new DropWork(action, contacts, suppression, null, null, null, null);
  }

  @Test
  void refusesTargetsOfAnotherAction() {
    refuses("contactListId", () -> work(DropAction.IMPORT_SUPPRESSION, "1", null));
    refuses("suppressionListId", () -> work(DropAction.IMPORT_CONTACTS, null, "1"));
    refuses("campaignGroupId", () -> starting(null));
    assertThat(starting("1").campaignGroupId()).isEqualTo(new GroupId(7));
  }

  private static DropWork starting(@Nullable String contacts) {
    return new DropWork(
        DropAction.IMPORT_CONTACTS, contacts, null, new GroupId(7), null, null, null);
  }

  private static DropWork optional(DropAction action, ImportOptions options) {
    return new DropWork(action, null, null, null, null, options, null);
  }

  private static ImportOptions options(@Nullable ImportMode mode, @Nullable String mappingId) {
    return new ImportOptions(null, null, null, mappingId, null, mode, null, null, null, null);
  }

  @Test
  void takesOptionsThatFitWhatIsLoaded() {
    var replace = options(ImportMode.REPLACE, "3");
    assertThat(optional(DropAction.IMPORT_SUPPRESSION, replace).optionsOrUsual())
        .isEqualTo(replace);
    assertThat(DropWork.of(DropAction.IMPORT_CONTACTS).optionsOrUsual())
        .isEqualTo(ImportOptions.USUAL);
    var keyed =
        new ImportOptions(
            null, null, null, null, null, ImportMode.UPDATE, "DEVICE", null, null, null);
    refuses("options.key", () -> optional(DropAction.IMPORT_SUPPRESSION, keyed));
    refuses("options", () -> optional(DropAction.EXPORT_CONTACTS, ImportOptions.USUAL));
  }

  @Test
  void exportsOfASuppressionListAllItsEntries() {
    var some = new DropExport(null, null, "clientId", false, null, null, null, null, null, null);
    refuses("export.columns", () -> exporting("4", some));
    assertThat(exporting("4", null).listId()).isEqualTo("4");
    refuses("suppressionListId", () -> exported(exporting(null, null)));
  }

  private static DropWork exporting(@Nullable String suppression, @Nullable DropExport export) {
    return new DropWork(DropAction.EXPORT_SUPPRESSION, null, suppression, null, null, null, export);
  }

  private static void exported(DropWork work) {
    Exporting.check(work, new DropTimes(null, "0 6 * * *", null), null, AfterTaking.LEAVE);
  }

  @Test
  void readsFilesByOneMappingOfTheKindOfItsLists() {
    var column = new MappedColumn("device1", null, 1, null, null);
    var mapping =
        new DataMapping(
            "it",
            ImportKind.CONTACTS,
            MappingLayout.DELIMITED,
            null,
            null,
            false,
            null,
            null,
            null,
            List.of(column),
            null);
    refuses(
        "options.mapping",
        () -> optional(DropAction.IMPORT_SUPPRESSION, ImportOptions.USUAL.mapped(mapping)));
    refuses(
        "options.mapping",
        () -> optional(DropAction.IMPORT_CONTACTS, options(null, "3").mapped(mapping)));
  }

  private static void refuses(String field, Runnable making) {
    assertThatThrownBy(making::run)
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidField.class))
        .extracting(InvalidField::field)
        .isEqualTo(field);
  }

  @Test
  void takesTheUsualForWhatIsLeftOut() {
    var settings = of(DropKind.FTPS, "ftpes://host/a%20b");
    assertThat(settings.mask()).isEqualTo("*.csv");
    assertThat(settings.times().every()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.after()).isEqualTo(AfterTaking.LEAVE);
  }

  @ParameterizedTest
  @CsvSource({
    "FTP,ftps://host/",
    "FTPS,ftp://host/",
    "SFTP,ftp://host/",
    "SFTP,sftp://user@host/",
    "FTP,ftp://host/%0D%0ADELE%20a",
    "FOLDER,relative",
    "FOLDER,/a/../b"
  })
  void refusesAnAddressOfAnotherKind(DropKind kind, String url) {
    refuses("url", () -> of(kind, url));
  }

  @Test
  void bringsAFingerprintIntoOneForm() {
    var pinned = with(DropKind.FTPS, "ftps://host", null, "SHA256:" + HEX, null).fingerprint();
    assertThat(pinned).startsWith("01:23:45:67:89:AB:CD:EF:01").hasSize(95);
    refuses("fingerprint", () -> with(DropKind.FTPS, "ftps://host", null, "AB:CD", null));
    refuses("fingerprint", () -> with(DropKind.FTP, "ftp://host", null, HEX, null));
  }

  @Test
  void wantsKnownHostsAsOpenSshWritesThem() {
    var lines = "# ours\n\n[host]:2222 ssh-ed25519 AAAA\n@revoked host ssh-rsa AAAA comment";
    assertThat(with(DropKind.SFTP, "sftp://host", lines, null, null).knownHosts()).isEqualTo(lines);
    refuses("knownHosts", () -> with(DropKind.SFTP, "sftp://host", "ssh-rsa AAAA", null, null));
    refuses(
        "knownHosts",
        () -> with(DropKind.SFTP, "sftp://host", "@cert-authority * ssh-rsa AAAA", null, null));
  }

  @Test
  void refusesAnEndOfAFileThatCannotBe() {
    refuses("after.folder", () -> new AfterTaking(Action.MOVE, null, null));
    refuses("after.folder", () -> new AfterTaking(Action.MOVE, "../up", null));
    assertThat(new AfterTaking(Action.DELETE, "done", null).folder()).isNull();
    refuses("after.suffix", () -> new AfterTaking(Action.RENAME, null, "a/b"));
    var likeMarker = new AfterTaking(Action.RENAME, null, ".done");
    refuses("after.suffix", () -> with(DropKind.FTP, "ftp://host", null, null, likeMarker));
  }

  @Test
  void namesMarkers() {
    assertThat(new Marker("{name}.done").of("a.csv")).isEqualTo("a.csv.done");
    assertThat(new Marker("{base}.ok").of("a.csv")).isEqualTo("a.ok");
    refuses("marker", () -> new Marker("{name}"));
    refuses("marker", () -> new Marker("done"));
  }

  @Test
  void wantsWhatItsKindSignsInWith() {
    refuses("credentials", () -> SignIn.check(of(DropKind.SFTP, "sftp://host")));
    var bare = new DropCredentials("ann", null);
    refuses(
        "credentials.password",
        () -> SignIn.check(of(DropKind.FTP, "ftp://host").withSecrets(bare, null, null)));
    var broken = new DropCredentials("ann\r\nDELE a", "x");
    refuses(
        "credentials.username",
        () -> SignIn.check(of(DropKind.FTP, "ftp://host").withSecrets(broken, null, null)));
    refuses(
        "passphrase",
        () -> SignIn.check(of(DropKind.SFTP, "sftp://host").withSecrets(bare, null, "secret")));
  }

  @Test
  void showsNoSecretAsText() {
    var settings =
        of(DropKind.SFTP, "sftp://host")
            .withSecrets(new DropCredentials("ann", "hush"), "hush", "hush");
    assertThat(settings.toString()).doesNotContain("hush");
  }
}
