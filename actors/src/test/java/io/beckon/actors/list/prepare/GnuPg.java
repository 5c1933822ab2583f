package io.beckon.actors.list.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real GnuPG with keys of its own, where the machine has one. */
record GnuPg(Path home) implements AutoCloseable {
  private static final String PASSPHRASE = "correct horse";

  static boolean isThere() {
    return Files.isExecutable(Path.of("/usr/bin/gpg"));
  }

  static GnuPg at(Path directory) throws IOException {
    var home = Files.createDirectories(directory.resolve("gnupg"));
    assertThat(home.toFile().setReadable(false, false)).isTrue();
    assertThat(home.toFile().setReadable(true, true)).isTrue();
    return new GnuPg(home);
  }

  byte[] encrypt(byte[] file, String armoredKey, String... options) throws Exception {
    Files.writeString(home.resolve("key.asc"), armoredKey);
    run("--import", home.resolve("key.asc").toString());
    Files.write(home.resolve("clear"), file);
    List<String> arguments = new ArrayList<>(List.of(options));
    var fingerprint = fingerprint();
    arguments.addAll(List.of("--trust-model", "always", "--recipient", fingerprint));
    arguments.addAll(List.of("--output", home.resolve("out").toString()));
    arguments.addAll(List.of("--encrypt", home.resolve("clear").toString()));
    run(arguments.toArray(String[]::new));
    return Files.readAllBytes(home.resolve("out"));
  }

  /** Makes a key of its own with a passphrase. */
  void generate(String algorithm, String usage) throws Exception {
    run("--passphrase", PASSPHRASE, "--quick-gen-key", "Gina <gina@example.org>", algorithm, usage);
    if (!algorithm.startsWith("rsa")) {
      run("--passphrase", PASSPHRASE, "--quick-add-key", fingerprint(), "cv25519", "encr", "never");
    }
  }

  String privateKey() throws Exception {
    return run("--passphrase", PASSPHRASE, "--armor", "--export-secret-keys");
  }

  String publicKey() throws Exception {
    return run("--armor", "--export");
  }

  static String passphrase() {
    return PASSPHRASE;
  }

  byte[] decrypt(byte[] message) throws Exception {
    Files.write(home.resolve("message"), message);
    Files.deleteIfExists(home.resolve("opened"));
    run(
        "--passphrase",
        PASSPHRASE,
        "--output",
        home.resolve("opened").toString(),
        "--decrypt",
        home.resolve("message").toString());
    return Files.readAllBytes(home.resolve("opened"));
  }

  /** Of the key that came last. */
  String fingerprint() throws Exception {
    return run("--list-keys", "--with-colons")
        .lines()
        .filter(l -> l.startsWith("pub") || l.startsWith("fpr"))
        .reduce(
            new String[] {"", ""},
            (seen, line) ->
                new String[] {
                  line.substring(0, 3),
                  seen[0].equals("pub") ? line.replaceAll("^fpr:+|:+$", "") : seen[1]
                },
            (a, b) -> b)[1];
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--yes",
                "--quiet",
                "--pinentry-mode",
                "loopback"));
    command.addAll(List.of(arguments));
    var out = home.resolve("stdout").toFile();
    var errors = home.resolve("stderr").toFile();
    var gpg = new ProcessBuilder(command).redirectOutput(out).redirectError(errors).start();
    try {
      assertThat(gpg.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      gpg.destroyForcibly();
    }
    assertThat(gpg.exitValue()).as(Files.readString(errors.toPath())).isZero();
    return Files.readString(out.toPath());
  }

  /** Ends the agent that GnuPG leaves running for this directory. */
  @Override
  public void close() throws IOException, InterruptedException {
    new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "gpg-agent")
        .start()
        .waitFor(20, TimeUnit.SECONDS);
  }
}
