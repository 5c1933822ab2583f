package io.beckon.actors.list.prepare;

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

  static BadFileException locked(String what) {
    return new BadFileException(
        "PASSWORD_PROTECTED",
        "The " + what + " is encrypted with a password.",
        "Save it without a password and send it again.");
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
