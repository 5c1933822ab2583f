package io.beckon.persistence.filedrop;

import io.beckon.persistence.JsonColumn;
import io.beckon.persistence.SecretBox;
import io.beckon.protocol.filedrop.DropCredentials;
import io.beckon.protocol.filedrop.DropSettings;
import org.jspecify.annotations.Nullable;

/** What of a watched place is kept encrypted only. */
record DropSecrets(
    @Nullable String username,
    @Nullable String password,
    @Nullable String privateKey,
    @Nullable String passphrase) {
  static byte @Nullable [] locked(SecretBox box, DropSettings settings) {
    var in = settings.credentials();
    if (in == null && settings.privateKey() == null) {
      return null;
    }
    var secrets =
        new DropSecrets(
            in == null ? null : in.username(),
            in == null ? null : in.password(),
            settings.privateKey(),
            settings.passphrase());
    return box.lock(JsonColumn.write(secrets));
  }

  static DropSettings without(DropSettings settings) {
    return settings.withSecrets(null, null, null);
  }

  static DropSettings with(SecretBox box, DropSettings settings, byte @Nullable [] locked) {
    if (locked == null) {
      return settings;
    }
    var secrets = JsonColumn.read(box.open(locked), DropSecrets.class);
    var username = secrets.username();
    return settings.withSecrets(
        username == null ? null : new DropCredentials(username, secrets.password()),
        secrets.privateKey(),
        secrets.passphrase());
  }

  @Override
  public String toString() {
    return "DropSecrets[…]";
  }
}
