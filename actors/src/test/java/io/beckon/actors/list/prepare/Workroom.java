package io.beckon.actors.list.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.beckon.protocol.pgp.PgpSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prepares files under a directory. */
record Workroom(Path directory) {
  private static final long MOST = 20L << 30;

  Taken prepare(byte[] file, String charset, long most) {
    return prepare(file, charset, most, List.of());
  }

  Taken prepare(byte[] file, PgpSecret... secrets) {
    return prepare(file, null, MOST, List.of(secrets));
  }

  private Taken prepare(byte[] file, String charset, long most, List<PgpSecret> secrets) {
    try {
      var staged = Files.write(directory.resolve("staged"), file);
      Files.deleteIfExists(prepared());
      var places = new Preparation.Places(prepared(), workplace());
      try {
        return new Preparation(staged, places, charset, most, () -> secrets, bytes -> {}).run();
      } finally {
        assertThat(workplace()).doesNotExist();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file is prepared to. */
  String text(byte[] file) {
    prepare(file);
    return text();
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(prepared());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path prepared() {
    return directory.resolve("done").resolve("prepared");
  }

  Path workplace() {
    return directory.resolve("workplace");
  }
}
