package io.beckon.actors.voice.simulated;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * The carrier's own record of what it was asked to place: the independent witness. Only ever
 * appended to, one write per line.
 */
final class CallLedger implements AutoCloseable {
  private static final String CALLS = "placedAt,number,group,attempt,node\n";
  private static final String SHOWN = "attempt,callerId\n";
  private static final String CONFIRMATIONS = "sentAt,number,reply\n";

  private final FileChannel calls;
  private final FileChannel shown;
  private final FileChannel confirmations;

  CallLedger(Path folder) throws IOException {
    Files.createDirectories(folder);
    calls = open(folder.resolve("calls.csv"), CALLS);
    shown = open(folder.resolve("shown.csv"), SHOWN);
    confirmations = open(folder.resolve("confirmations.csv"), CONFIRMATIONS);
  }

  void placed(Instant at, String number, String group, String attempt, String node)
      throws IOException {
    append(calls, at + "," + cell(number) + "," + group + "," + attempt + "," + cell(node) + "\n");
  }

  /** What the person sees who is called. */
  void shown(String attempt, String callerId) throws IOException {
    append(shown, attempt + "," + cell(callerId) + "\n");
  }

  void confirmed(Instant at, String number, String reply) throws IOException {
    append(confirmations, at + "," + cell(number) + "," + reply + "\n");
  }

  @Override
  public void close() throws IOException {
    calls.close();
    shown.close();
    confirmations.close();
  }

  private static FileChannel open(Path file, String header) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    if (channel.size() == 0) {
      append(channel, header);
    }
    return channel;
  }

  private static void append(FileChannel channel, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    int written = channel.write(bytes);
    if (bytes.hasRemaining()) {
      throw new IOException("only " + written + " bytes of a line were written");
    }
  }

  private static String cell(String text) {
    return text.indexOf(',') < 0 && text.indexOf('"') < 0
        ? text
        : '"' + text.replace("\"", "\"\"") + '"';
  }
}
