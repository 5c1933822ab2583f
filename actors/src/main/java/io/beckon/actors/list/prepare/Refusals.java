package io.beckon.actors.list.prepare;

import io.beckon.protocol.list.FileWrapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a file cannot be prepared, in words for an operator. */
final class Refusals {
  private static final String SAVE_AS_CSV = "Export it as CSV in UTF-8 and send that.";

  private Refusals() {}

  static BadFileException bomb(long limit, long packed) {
    return new BadFileException(
        "ARCHIVE_BOMB",
        "The file has %,d bytes and unpacks to more than %,d.".formatted(packed, limit),
        "Unpack it yourself, look at it, and send the plain text if it is what it should be.");
  }

  static BadFileException tooLarge(long most) {
    return new BadFileException(
        "UNPACKED_TOO_LARGE",
        "The file unpacks to more than %,d bytes, the most that is set.".formatted(most),
        "Split the file, or raise beckon.largest-unpacked (BECKON_LARGEST_UNPACKED).");
  }

  static BadFileException badArchive(String what, Throwable cause) {
    return new BadFileException(
        "BAD_ARCHIVE",
        "The " + what + " archive cannot be read to its end: " + reason(cause) + ".",
        "Pack the file again, test the archive, and send it again.");
  }

  static BadFileException badWorkbook(String detail) {
    return new BadFileException(
        "BAD_WORKBOOK",
        "The workbook cannot be read: " + detail + ".",
        "Open it, save it again as XLSX or as CSV in UTF-8, and send that.");
  }

  static BadFileException badWorkbook(Throwable cause) {
    return badWorkbook(reason(cause));
  }

  static BadFileException nested(@Nullable FileWrapper wrapper, Content content) {
    return new BadFileException(
        "NESTED_ARCHIVE",
        "In the " + wrapper + " archive is another " + content + " archive.",
        "Unpack the outer archive and send the inner one.");
  }

  static BadFileException locked(String what) {
    return new BadFileException(
        "PASSWORD_PROTECTED",
        "The " + what + " is encrypted with a password.",
        "Save it without a password and send it again.");
  }

  static BadFileException badPgp(Throwable cause) {
    return badPgp("it cannot be read to its end: " + reason(cause));
  }

  static BadFileException badPgp(String detail) {
    return new BadFileException(
        "BAD_PGP",
        "The PGP message is not taken: " + detail + ".",
        "Encrypt the file again, to the public key under /pgp-keys, and send it whole.");
  }

  static BadFileException passphraseOnly() {
    return new BadFileException(
        "PASSWORD_PROTECTED",
        "The PGP message is encrypted with a passphrase, not to a key.",
        "Encrypt it to the public key under /pgp-keys and send it again.");
  }

  static BadFileException noPgpKey() {
    return new BadFileException(
        "PGP_NO_KEY",
        "The file is an encrypted PGP message, but there is no key yet to decrypt it with.",
        "Make a key with POST /pgp-keys, have the file encrypted to it, and send it again.");
  }

  static BadFileException unknownPgpKey(List<String> ids) {
    return new BadFileException(
        "PGP_KEY_UNKNOWN",
        "The PGP message is encrypted to " + named(ids) + ", none of which is a key of yours.",
        "Have it encrypted to the public key under /pgp-keys, or bring the private key along with"
            + " POST /pgp-keys, and send it again.");
  }

  private static String named(List<String> ids) {
    var some = ids.stream().limit(5).map(id -> "the key " + id).toList();
    return String.join(", ", some) + (ids.size() > some.size() ? " and others" : "");
  }

  static BadFileException unsupported(String detail) {
    return new BadFileException("BINARY_FILE", detail, SAVE_AS_CSV);
  }

  static BadFileException empty(String detail) {
    return new BadFileException("EMPTY_FILE", detail, "Send a file with a header line and rows.");
  }

  private static String reason(Throwable cause) {
    var message = cause.getMessage();
    var text = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    var line = text.lines().findFirst().orElse(text).replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() > 200 ? line.substring(0, 200) : line.replaceAll("\\.$", "");
  }
}
