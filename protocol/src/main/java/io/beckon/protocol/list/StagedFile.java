package io.beckon.protocol.list;

/**
 * A file that was copied to where every list-builder reads it, under its SHA-256.
 *
 * @param sha256 64 hexadecimal digits
 */
public record StagedFile(String sha256, long bytes) {
  public StagedFile {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
  }
}
