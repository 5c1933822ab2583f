package io.beckon.actors.filedrop;

import java.io.IOException;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the host key of one connection's server by the known-hosts lines of the source. What
 * is not in them is not connected, and the operator is told the line that would be.
 */
final class HostKeys implements ServerKeyVerifier {
  private final ServerAddress address;
  private final List<KnownHostEntry> lines;
  private volatile PlaceTrouble.@Nullable Untrusted trouble;

  HostKeys(ServerAddress address, @Nullable String knownHosts) {
    this.address = address;
    this.lines =
        (knownHosts == null ? "" : knownHosts)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(KnownHostEntry::parseKnownHostEntry)
            .filter(line -> line.isHostMatch(address.host(), address.port()))
            .toList();
  }

  PlaceTrouble.@Nullable Untrusted trouble() {
    return trouble;
  }

  /** The kinds of key that are known first, else the server may show another one. */
  <S extends NamedResource> List<S> knownFirst(List<S> signatures) {
    Set<String> known = new HashSet<>();
    lines.forEach(line -> known.add(line.getKeyEntry().getKeyType()));
    return signatures.stream()
        .sorted(
            Comparator.comparing(s -> !known.contains(KeyUtils.getCanonicalKeyType(s.getName()))))
        .toList();
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey shown) {
    var same = lines.stream().filter(line -> isKeyOf(line, shown)).toList();
    if (same.stream().anyMatch(line -> line.getMarker() != null)) {
      trouble =
          PlaceTrouble.Untrusted.hostKey(
              "The server shows a key that knownHosts calls revoked, " + fingerprint(shown) + ".",
              null);
      return false;
    }
    if (same.isEmpty()) {
      trouble = unknown(shown);
    }
    return !same.isEmpty();
  }

  private PlaceTrouble.Untrusted unknown(PublicKey shown) {
    var line = host() + " " + PublicKeyEntry.toString(shown);
    var why =
        lines.stream().allMatch(l -> l.getMarker() != null)
            ? "The host key of " + address + " is not in knownHosts."
            : "The host key of "
                + address
                + " is not the one in knownHosts: it has changed, or somebody is in between.";
    return PlaceTrouble.Untrusted.hostKey(
        why
            + " The server shows "
            + fingerprint(shown)
            + "; if the server's operator says so too, add this line to knownHosts: "
            + line,
        line);
  }

  private String host() {
    return address.port() == 22 ? address.host() : "[" + address.host() + "]:" + address.port();
  }

  private static boolean isKeyOf(KnownHostEntry line, PublicKey shown) {
    try {
      var known = line.getKeyEntry().resolvePublicKey(null, null, PublicKeyEntryResolver.IGNORING);
      return known != null && KeyUtils.compareKeys(known, shown);
    } catch (IOException | GeneralSecurityException e) {
      return false; // a line that is no key admits nobody
    }
  }

  private static String fingerprint(PublicKey key) {
    return String.valueOf(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
  }
}
