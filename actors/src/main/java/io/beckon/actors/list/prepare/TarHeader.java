package io.beckon.actors.list.prepare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a TAR archive, which else would be taken for text with a strange header. */
final class TarHeader {
  private static final int MAGIC_AT = 257;
  private static final int MAGIC_LENGTH = 5;

  private TarHeader() {}

  static void refuse(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      var head = stream.readNBytes(MAGIC_AT + MAGIC_LENGTH);
      if (head.length == MAGIC_AT + MAGIC_LENGTH
          && new String(head, MAGIC_AT, MAGIC_LENGTH, StandardCharsets.US_ASCII).equals("ustar")) {
        throw new BadFileException(
            "NESTED_ARCHIVE",
            "The GZIP archive holds a TAR archive, not a file.",
            "Unpack it and send each file by itself, plain, in a GZIP or in a ZIP archive.");
      }
    }
  }
}
