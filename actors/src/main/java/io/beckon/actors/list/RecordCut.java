package io.beckon.actors.list;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.protocol.list.DataMapping;
import io.beckon.protocol.list.FileFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Which bytes part the fields of a record, and which hold a field together. */
final class RecordCut {
  /** Stands for no character at all: Unicode keeps it out of texts. */
  private static final char NO_CHARACTER = '\uFFFF';

  /** Each line is a record, whatever it holds. */
  static final RecordCut LINES = new RecordCut(new byte[0], NO_CHARACTER, NO_CHARACTER);

  private final byte[] bytes;
  private final char delimiter;
  private final char quote;

  private RecordCut(byte[] bytes, char delimiter, char quote) {
    this.bytes = bytes;
    this.delimiter = delimiter;
    this.quote = quote;
  }

  static RecordCut at(FileFormat format) {
    return at(format, '"');
  }

  /**
   * @param mapping null: quotes are {@code "}
   */
  static RecordCut at(FileFormat format, @Nullable DataMapping mapping) {
    if (mapping == null || mapping.quote() == null) {
      return at(format);
    }
    boolean none = mapping.quote().equals(DataMapping.NO_QUOTE);
    return at(format, none ? NO_CHARACTER : mapping.quote().charAt(0));
  }

  private static RecordCut at(FileFormat format, char quote) {
    char delimiter = format.delimiter();
    var charset = Charset.forName(format.charset());
    if (delimiter > 126 && !tellsApart(charset, delimiter)) {
      throw new BadFileException(
          "DELIMITER_NOT_IN_CHARSET",
          "The delimiter " + delimiter + " cannot be found in a file in " + charset.name() + ".",
          "Give the charset that the file has, or save it as UTF-8.");
    }
    return new RecordCut(String.valueOf(delimiter).getBytes(charset), delimiter, quote);
  }

  /** Elsewhere its bytes may be the end of one character and the beginning of the next. */
  private static boolean tellsApart(Charset charset, char delimiter) {
    return charset.newEncoder().canEncode(delimiter)
        && (charset.equals(StandardCharsets.UTF_8) || charset.newEncoder().maxBytesPerChar() == 1f);
  }

  char delimiter() {
    return delimiter;
  }

  char quote() {
    return quote;
  }

  boolean isQuote(int b) {
    return b == quote;
  }

  /** Length of the delimiter that stands there; 0 where none does. */
  int delimiterAt(ByteWindow window, int ahead, int first) {
    if (bytes.length == 0 || first != (bytes[0] & 0xff)) {
      return 0;
    }
    for (int i = 1; i < bytes.length; i++) {
      if (window.at(ahead + i) != (bytes[i] & 0xff)) {
        return 0;
      }
    }
    return bytes.length;
  }
}
