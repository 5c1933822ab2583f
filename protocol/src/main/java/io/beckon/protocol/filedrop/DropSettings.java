package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import java.time.Duration;
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
 * @param every pause between looks, 1 second or more; null: 10 seconds
 * @param action null: IMPORT_CONTACTS
 * @param contactListId null: the list that has the file's name
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
    @Nullable DropAction action,
    @Nullable String contactListId,
    @Nullable String templateId) {
  private static final String USUAL_MASK = "*.csv";
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(10);

  public DropSettings {
    if (name.isBlank() || name.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    if (templateId != null) {
      throw new InvalidField("templateId", "cannot be used yet; leave it out");
    }
    mask = mask == null ? USUAL_MASK : mask;
    FileMask.of(mask);
    every = every == null ? USUAL_PAUSE : every;
    if (every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidField("every", "must be PT1S or more, was " + every);
    }
    action = action == null ? DropAction.IMPORT_CONTACTS : action;
    after = after == null ? AfterTaking.LEAVE : after;
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
        action,
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
        action,
        contactListId,
        templateId);
  }

  public String maskOrUsual() {
    return mask == null ? USUAL_MASK : mask;
  }

  public Duration everyOrUsual() {
    return every == null ? USUAL_PAUSE : every;
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
