package io.beckon.clusterconfig.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run a program that refuses to run as root. As root: in a user namespace of its own, where
 * it is nobody but files stay ours; where the kernel forbids that (some containers), as the user
 * nobody, who then owns the directory.
 */
final class Unprivileged {
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private Unprivileged() {}

  static List<String> command(List<String> command, Path directory) throws IOException {
    if (!ROOT) {
      return command;
    }
    var line = new ArrayList<String>();
    if (LinuxUtils.isUnshareAvailable()) {
      line.addAll(List.of("unshare", "-U"));
    } else {
      run(List.of("chown", "-R", "nobody", directory.toString()));
      line.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }
    line.addAll(command);
    return line;
  }

  /** Runs a short program to its end; its output is the message of the failure. */
  static void run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command.get(0) + " failed: " + output.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while running " + command.get(0), e);
    }
  }
}
