package io.beckon.protocol.filedrop;

import io.beckon.protocol.InvalidField;
import java.net.URI;

/** The address of a watched place as its kind wants it. */
final class DropAddress {
  private DropAddress() {}

  static String checked(DropKind kind, String text) {
    return kind == DropKind.FOLDER ? folder(text.strip()) : server(kind, text.strip());
  }

  private static String server(DropKind kind, String text) {
    try {
      var uri = URI.create(text);
      boolean whole =
          kind.schemes().contains(uri.getScheme())
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && (uri.getPath() == null
                  || uri.getPath().chars().noneMatch(Character::isISOControl));
      if (whole) {
        return uri.toString();
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new InvalidField(
        "url",
        "must be like "
            + String.join("://host/folder or ", kind.schemes())
            + "://host/folder, with a port where it is not the usual one, a space as %20, and"
            + " without a password");
  }

  private static String folder(String text) {
    var path = text.startsWith("file:") ? text.substring(5) : text;
    path = path.startsWith("//") ? path.substring(path.indexOf('/', 2)) : path;
    if (!path.startsWith("/") || path.contains("/../") || path.endsWith("/..")) {
      throw new InvalidField("url", "must be the absolute path of a folder");
    }
    return path;
  }
}
