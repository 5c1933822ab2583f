package io.beckon.persistence.reference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A file as it is kept: gzipped, known by the SHA-256 of what it was. */
@SuppressWarnings("ArrayRecordComponent") // written once and never shown
record PackedFile(String sha256, long bytes, byte[] gzipped) {
  static PackedFile of(Path file) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var packed = new ByteArrayOutputStream();
      try (var in = new DigestInputStream(Files.newInputStream(file), sha);
          var out = new GZIPOutputStream(packed, 1 << 16)) {
        in.transferTo(out);
      }
      return new PackedFile(
          HexFormat.of().formatHex(sha.digest()), Files.size(file), packed.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
