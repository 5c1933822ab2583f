package io.beckon.protocol.filedrop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.beckon.protocol.InvalidField;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A watched place as a user describes it; in JSON all fields stand side by side.
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
    DropTimes times,
    DropWork work) {
  private static final String USUAL_MASK = "*.csv";

  public DropSettings {
    if (name.isBlank() || name.length() > 100) {
      throw new InvalidField("name", "has 1 to 100 characters");
    }
    mask = mask == null ? USUAL_MASK : mask;
    FileMask.of(mask);
    after = after == null ? AfterTaking.LEAVE : after;
    if (work.action().exports()) {
      Exporting.check(work, times, marker, after);
    }
    url = DropAddress.checked(kind, url);
    onlyWith(DropKind.SFTP, kind, "privateKey", privateKey);
    onlyWith(DropKind.SFTP, kind, "passphrase", passphrase);
    onlyWith(DropKind.SFTP, kind, "knownHosts", knownHosts);
    onlyWith(DropKind.FTPS, kind, "fingerprint", fingerprint);
    knownHosts = knownHosts == null ? null : ServerPins.knownHosts(knownHosts);
    fingerprint = fingerprint == null ? null : ServerPins.fingerprintOf(fingerprint);
    checkMarker(marker, after);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static DropSettings of(DropFields fields) {
    return fields.settings();
  }

  @JsonValue
  public DropFields fields() {
    return DropFields.of(this);
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
        DropTimes.every(every),
        DropWork.of(action));
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
        times,
        work);
  }

  public String maskOrUsual() {
    return mask == null ? USUAL_MASK : mask;
  }

  /** How and where it is reached, without the folder: secrets are for this alone. */
  public String server() {
    return kind == DropKind.FOLDER ? "a folder" : url.replaceFirst("(?<=[^:/])/.*", "");
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
