package io.beckon.actors.list.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with little memory. */
final class SmallJvm {
  private SmallJvm() {}

  /**
   * Runs a program to its end, which must be a good one.
   *
   * @param heap {@code -Xmx32m}
   * @param output gets what it prints
   */
  static void run(String heap, Path output, Class<?> program, Path... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(heap, "-XX:+UseSerialGC", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(program.getName());
    for (var argument : arguments) {
      command.add(argument.toString());
    }
    var jvm =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(jvm.waitFor(4, TimeUnit.MINUTES)).isTrue();
    } finally {
      jvm.destroyForcibly();
    }
    assertThat(jvm.exitValue()).as(Files.readString(output)).isZero();
  }
}
