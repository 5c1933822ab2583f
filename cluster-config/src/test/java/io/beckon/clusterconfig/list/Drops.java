package io.beckon.clusterconfig.list;

import io.beckon.protocol.filedrop.AfterTaking;
import io.beckon.protocol.filedrop.DropCredentials;
import io.beckon.protocol.filedrop.DropKind;
import io.beckon.protocol.filedrop.DropSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of a watched place, said one by one; looks every second. */
record Drops(
    DropKind kind,
    String url,
    @Nullable DropCredentials credentials,
    @Nullable String privateKey,
    @Nullable String passphrase,
    @Nullable String knownHosts,
    @Nullable String fingerprint,
    @Nullable String marker,
    @Nullable AfterTaking after,
    @Nullable String mask) {
  static Drops at(DropKind kind, String url) {
    return new Drops(kind, url, null, null, null, null, null, null, null, null);
  }

  Drops password(String user, @Nullable String password) {
    return new Drops(
        kind,
        url,
        new DropCredentials(user, password),
        privateKey,
        passphrase,
        knownHosts,
        fingerprint,
        marker,
        after,
        mask);
  }

  Drops key(String pem, @Nullable String phrase) {
    return new Drops(
        kind, url, credentials, pem, phrase, knownHosts, fingerprint, marker, after, mask);
  }

  Drops knownHosts(@Nullable String lines) {
    return new Drops(
        kind, url, credentials, privateKey, passphrase, lines, fingerprint, marker, after, mask);
  }

  Drops pinned(@Nullable String fingerprint) {
    return new Drops(
        kind,
        url,
        credentials,
        privateKey,
        passphrase,
        knownHosts,
        fingerprint,
        marker,
        after,
        mask);
  }

  Drops marked(String marker) {
    return new Drops(
        kind,
        url,
        credentials,
        privateKey,
        passphrase,
        knownHosts,
        fingerprint,
        marker,
        after,
        mask);
  }

  Drops then(AfterTaking after) {
    return new Drops(
        kind,
        url,
        credentials,
        privateKey,
        passphrase,
        knownHosts,
        fingerprint,
        marker,
        after,
        mask);
  }

  Drops mask(String mask) {
    return new Drops(
        kind,
        url,
        credentials,
        privateKey,
        passphrase,
        knownHosts,
        fingerprint,
        marker,
        after,
        mask);
  }

  DropSettings settings(String name) {
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
        Duration.ofSeconds(1),
        null,
        null,
        null);
  }
}
