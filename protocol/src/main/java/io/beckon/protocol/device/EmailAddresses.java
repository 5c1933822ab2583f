package io.beckon.protocol.device;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Reads e-mail addresses as people write them; what comes out is the one form that is kept. */
public final class EmailAddresses {
  private static final String LOCAL = "!#$%&'*+-/=?^_`{|}~.";

  private EmailAddresses() {}

  /** The address in lower case, its domain in ASCII; empty when it is none that mail can reach. */
  public static Optional<Device> parse(String text) {
    var address = text.strip();
    int at = address.lastIndexOf('@');
    if (at < 1 || address.length() > 254 || !isLocal(address.substring(0, at))) {
      return Optional.empty();
    }
    return domain(address.substring(at + 1))
        .map(domain -> address.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain)
        .filter(whole -> whole.length() <= 254)
        .map(Device::new);
  }

  private static boolean isLocal(String local) {
    return local.length() <= 64
        && !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..")
        && local.chars().allMatch(c -> isWordCharacter(c) || LOCAL.indexOf(c) >= 0);
  }

  private static Optional<String> domain(String text) {
    try {
      var domain = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      int dot = domain.lastIndexOf('.');
      boolean named = dot > 0 && domain.length() - dot > 2 && !domain.contains("..");
      boolean lettered = named && Character.isLetter(domain.charAt(dot + 1));
      return lettered && domain.charAt(0) != '.' ? Optional.of(domain) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isWordCharacter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
