package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;

/** Whether a source has what its kind needs to sign in; asked before it is kept. */
public final class SignIn {
  private SignIn() {}

  public static void check(DropSettings settings) {
    var credentials = settings.credentials();
    if (settings.passphrase() != null && settings.privateKey() == null) {
      throw new InvalidField("passphrase", "goes with a privateKey; leave it out or send the key");
    }
    var key = settings.privateKey();
    if (key != null && !key.contains("PRIVATE KEY-----")) {
      throw new InvalidField(
          "privateKey", "must be PEM, from -----BEGIN … PRIVATE KEY----- to its END line");
    }
    if (credentials == null) {
      if (settings.kind() == DropKind.SFTP) {
        throw new InvalidField("credentials", "must hold the username for SFTP");
      }
      return;
    }
    if (credentials.password() == null && key == null) {
      throw new InvalidField("credentials.password", "is missing");
    }
    checkText("credentials.username", credentials.username());
    checkText("credentials.password", credentials.password() == null ? "" : credentials.password());
  }

  /** A line break would begin another FTP command. */
  private static void checkText(String field, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidField(field, "must not hold line breaks or other control characters");
    }
  }
}
