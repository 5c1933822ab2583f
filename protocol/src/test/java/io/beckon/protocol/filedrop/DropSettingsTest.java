package io.beckon.protocol.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.filedrop.AfterTaking.Action;
import io.beckon.protocol.job.JobTiming;
import java.time.Duration;
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
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static DropSettings timed(
      @Nullable Duration every, @Nullable String cron, @Nullable String timeZone) {
    return acting(every, cron, timeZone, null, null, null, null);
  }

  private static DropSettings acting(
      @Nullable Duration every,
      @Nullable String cron,
      @Nullable String timeZone,
      @Nullable DropAction action,
      @Nullable String contactList,
      @Nullable String suppressionList,
      @Nullable GroupId group) {
    return new DropSettings(
        "it",
        DropKind.FOLDER,
        "/lists",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        every,
        cron,
        timeZone,
        action,
        contactList,
        suppressionList,
        group,
        null,
        null);
  }

  @Test
  void isLookedAtByAScheduleInPlaceOfAPause() {
    var daily = timed(null, "30 6 * * MON-FRI", "America/New_York");
    assertThat(daily.every()).isNull();
    assertThat(daily.schedule())
        .contains(new JobTiming.Repeated("30 6 * * MON-FRI", "America/New_York"));
    assertThat(timed(null, "0 6 * * *", null).schedule().orElseThrow().timeZone()).isEqualTo("UTC");
    assertThat(timed(null, null, null).schedule()).isEmpty();
  }

  @Test
  void refusesTimesThatMeanNothingOrTwoThings() {
    refuses("every", () -> timed(Duration.ofSeconds(5), "0 6 * * *", null));
    refuses("every", () -> timed(Duration.ofMillis(999), null, null));
    refuses("cron", () -> timed(null, "0 6 *", null));
    refuses("timeZone", () -> timed(null, "0 6 * * *", "Mars/Base"));
    refuses("timeZone", () -> timed(null, null, "UTC"));
  }

  @Test
  void refusesTargetsOfAnotherAction() {
    refuses(
        "contactListId",
        () -> acting(null, null, null, DropAction.IMPORT_SUPPRESSION, "1", null, null));
    refuses("suppressionListId", () -> acting(null, null, null, null, null, "1", null));
    refuses("campaignGroupId", () -> acting(null, null, null, null, null, null, new GroupId(7)));
    assertThat(acting(null, null, null, null, "1", null, new GroupId(7)).campaignGroupId())
        .isEqualTo(new GroupId(7));
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
    assertThat(settings.every()).isEqualTo(Duration.ofSeconds(10));
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
