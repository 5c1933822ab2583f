package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import io.beckon.protocol.campaign.GroupId;
import io.beckon.protocol.job.JobTiming;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A watched place as a user describes it.
 *
 * @param url {@code ftp}, {@code ftps} (implicit), {@code ftpes} (explicit) or {@code sftp} {@code
 *     ://host:port/folder}, or the absolute path of a folder that all nodes see
 * @param privateKey of SFTP, in PEM; never shown
 * @param passphrase of the private key; never shown
 * @param knownHosts of SFTP: lines as in OpenSSH's file; without one for the server it is not
 *     connected
 * @param fingerprint of FTPS: SHA-256 of the one certificate that is trusted, in hexadecimal, or
 *     that certificate in PEM; null: what the JVM trusts, for the host's name
 * @param marker name of the file that says another is whole, {@code {name}.done}; null: a file is
 *     whole when two looks see it alike
 * @param after null: LEAVE
 * @param mask glob of file names, or {@code regex:} with an expression; null: {@code *.csv}
 * @param every pause between looks, 1 second or more; null: 10 seconds, or by {@code cron}
 * @param cron when it is looked at, in place of {@code every}: five fields, or six with the second
 *     first
 * @param timeZone IANA, of the cron's hours; null: UTC
 * @param action null: IMPORT_CONTACTS
 * @param contactListId null: the list that has the file's name
 * @param suppressionListId of IMPORT_SUPPRESSION; null: the list that has the file's name
 * @param campaignGroupId a group on that contact list, started whenever a file was loaded
 * @param templateId of a campaign template, by which a new group on the list that a file was loaded
 *     to is made and started
 * @param export of EXPORT_CONTACTS, which needs contactListId and cron; null: as usual
 */
public record DropSettings(
    String name,
    DropKind kind,
    String url,
    @Nullable DropCredentials credentials,
    @Nullable String privateKey,
    @Nullable String passphrase,
    @Nullable String knownHosts,
    @Nullable String fingerprint,
    @Nullable String marker,
    @Nullable AfterTaking after,
    @Nullable String mask,
    @Nullable Duration every,
    @Nullable String cron,
    @Nullable String timeZone,
    @Nullable DropAction action,
    @Nullable String contactListId,
    @Nullable String suppressionListId,
    @Nullable GroupId campaignGroupId,
    @Nullable String templateId,
    @Nullable DropExport export) {
  private static final String USUAL_MASK = "*.csv";
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(10);

  public DropSettings {
    if (name.isBlank() || name.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    mask = mask == null ? USUAL_MASK : mask;
    FileMask.of(mask);
    every = every == null && cron == null ? USUAL_PAUSE : every;
    checkTimes(every, cron, timeZone);
    action = action == null ? DropAction.IMPORT_CONTACTS : action;
    checkTargets(action, contactListId, suppressionListId, campaignGroupId);
    checkTemplate(action, templateId, campaignGroupId);
    after = after == null ? AfterTaking.LEAVE : after;
    boolean exports = action == DropAction.EXPORT_CONTACTS;
    if (exports) {
      Exporting.check(contactListId, cron, marker, after);
    }
    onlyOf(DropAction.EXPORT_CONTACTS, action, "export", export);
    export = exports && export == null ? DropExport.USUAL : export;
    url = DropAddress.checked(kind, url);
    onlyWith(DropKind.SFTP, kind, "privateKey", privateKey);
    onlyWith(DropKind.SFTP, kind, "passphrase", passphrase);
    onlyWith(DropKind.SFTP, kind, "knownHosts", knownHosts);
    onlyWith(DropKind.FTPS, kind, "fingerprint", fingerprint);
    knownHosts = knownHosts == null ? null : ServerPins.knownHosts(knownHosts);
    fingerprint = fingerprint == null ? null : ServerPins.fingerprintOf(fingerprint);
    checkMarker(marker, after);
  }

  /** A watched folder with nothing but the usual. */
  public static DropSettings folder(
      String name, String path, String mask, Duration every, DropAction action) {
    return new DropSettings(
        name,
        DropKind.FOLDER,
        path,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        mask,
        every,
        null,
        null,
        action,
        null,
        null,
        null,
        null,
        null);
  }

  public DropSettings withSecrets(
      @Nullable DropCredentials credentials,
      @Nullable String privateKey,
      @Nullable String passphrase) {
    return new DropSettings(
        name,
        kind,
        url,
        credentials,
        privateKey,
        passphrase,
        knownHosts,
        fingerprint,
        marker,
        after,
        mask,
        every,
        cron,
        timeZone,
        action,
        contactListId,
        suppressionListId,
        campaignGroupId,
        templateId,
        export);
  }

  public String maskOrUsual() {
    return mask == null ? USUAL_MASK : mask;
  }

  /** How and where it is reached, without the folder: secrets are for this alone. */
  public String server() {
    return kind == DropKind.FOLDER ? "a folder" : url.replaceFirst("(?<=[^:/])/.*", "");
  }

  /** Between looks; of a scheduled place between the looks of one run. */
  public Duration everyOrUsual() {
    return every == null ? USUAL_PAUSE : every;
  }

  /** Empty when the place is looked at all the time. */
  public Optional<JobTiming.Repeated> schedule() {
    return Optional.ofNullable(cron)
        .map(c -> new JobTiming.Repeated(c, timeZone == null ? "UTC" : timeZone));
  }

  public DropAction actionOrUsual() {
    return action == null ? DropAction.IMPORT_CONTACTS : action;
  }

  public AfterTaking afterOrUsual() {
    return after == null ? AfterTaking.LEAVE : after;
  }

  @Override
  public String toString() {
    return "DropSettings[" + name + ", " + kind + ", " + url + "]";
  }

  private static void onlyWith(
      DropKind wanted, DropKind kind, String field, @Nullable String value) {
    if (value != null && kind != wanted) {
      throw new InvalidField(field, "goes with " + wanted + " only, the kind is " + kind);
    }
  }

  private static void checkTimes(
      @Nullable Duration every, @Nullable String cron, @Nullable String timeZone) {
    if (every != null && cron != null) {
      throw new InvalidField("every", "goes without cron only; set one of them to null");
    }
    if (every != null && every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidField("every", "must be PT1S or more, was " + every);
    }
    if (timeZone != null && cron == null) {
      throw new InvalidField("timeZone", "goes with cron only; leave it out");
    }
    if (cron != null) {
      try {
        new JobTiming.Repeated(cron, timeZone == null ? "UTC" : timeZone);
      } catch (IllegalArgumentException e) {
        var said = String.valueOf(e.getMessage());
        throw new InvalidField(said.startsWith("cron") ? "cron" : "timeZone", said);
      }
    }
  }

  private static void checkTargets(
      DropAction action,
      @Nullable String contactListId,
      @Nullable String suppressionListId,
      @Nullable GroupId campaignGroupId) {
    if (action == DropAction.IMPORT_SUPPRESSION) {
      onlyOf(DropAction.IMPORT_CONTACTS, action, "contactListId", contactListId);
    }
    onlyOf(DropAction.IMPORT_CONTACTS, action, "campaignGroupId", campaignGroupId);
    onlyOf(DropAction.IMPORT_SUPPRESSION, action, "suppressionListId", suppressionListId);
    if (campaignGroupId != null && contactListId == null) {
      throw new InvalidField(
          "campaignGroupId", "needs contactListId: a list that this group dials");
    }
  }

  private static void checkTemplate(
      DropAction action, @Nullable String templateId, @Nullable GroupId campaignGroupId) {
    onlyOf(DropAction.IMPORT_CONTACTS, action, "templateId", templateId);
    if (templateId != null && campaignGroupId != null) {
      throw new InvalidField(
          "templateId", "makes a new group; leave out campaignGroupId, or the template");
    }
  }

  private static void onlyOf(
      DropAction wanted, DropAction action, String field, @Nullable Object value) {
    if (value != null && action != wanted) {
      throw new InvalidField(field, "goes with " + wanted + " only, was " + action);
    }
  }

  private static void checkMarker(@Nullable String marker, AfterTaking after) {
    if (marker == null) {
      return;
    }
    var name = "any.csv";
    if (new Marker(marker).of(name).equals(name + after.suffix())) {
      throw new InvalidField(
          "after.suffix", "must not make the name of a marker; both are " + after.suffix());
    }
  }
}
