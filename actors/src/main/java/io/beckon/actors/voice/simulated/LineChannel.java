package io.beckon.actors.voice.simulated;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A non-blocking socket that speaks lines. One thread reads; any thread may write. What the socket
 * does not take at once waits in memory, up to a limit.
 */
public final class LineChannel implements AutoCloseable {
  private static final int WAITING_LIMIT = 16 << 20;

  private final SocketChannel socket;
  private final ByteBuffer in = ByteBuffer.allocate(64 << 10);
  private ByteBuffer waiting = ByteBuffer.allocate(16 << 10);

  public LineChannel(SocketChannel socket) throws IOException {
    socket.configureBlocking(false);
    socket.socket().setTcpNoDelay(true);
    this.socket = socket;
  }

  public SocketChannel socket() {
    return socket;
  }

  /**
   * The lines that have arrived, without their ends; {@link EOFException} when the peer is gone.
   */
  public List<String> read() throws IOException {
    int n = socket.read(in);
    if (n < 0) {
      throw new EOFException("closed by the other side");
    }
    in.flip();
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < in.limit(); i++) {
      if (in.get(i) == '\n') {
        lines.add(new String(in.array(), start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
      }
    }
    in.position(start);
    in.compact();
    if (!in.hasRemaining()) {
      throw new IOException("a line of more than " + in.capacity() + " bytes");
    }
    return lines;
  }

  /**
   * Writes at once or not at all: false means that not one byte of the line went out and none will.
   * True means that at least the first byte did.
   */
  public synchronized boolean offer(String line) {
    if (waiting.position() > 0) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    try {
      if (socket.write(bytes) == 0) {
        return false;
      }
    } catch (IOException e) {
      return false;
    }
    if (bytes.hasRemaining()) {
      keep(bytes);
    }
    return true;
  }

  /** Adds to what goes out with the next {@link #flush}. */
  public synchronized void queue(String line) throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    if (waiting.position() + bytes.length > WAITING_LIMIT) {
      throw new IOException("the other side does not read");
    }
    keep(ByteBuffer.wrap(bytes));
  }

  /** True when nothing is left to write. */
  public synchronized boolean flush() throws IOException {
    if (waiting.position() == 0) {
      return true;
    }
    waiting.flip();
    try {
      socket.write(waiting);
    } finally {
      waiting.compact();
    }
    return waiting.position() == 0;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Closing is all that was wanted; the descriptor is gone either way.
      return;
    }
  }

  private void keep(ByteBuffer bytes) {
    if (waiting.remaining() < bytes.remaining()) {
      int needed = waiting.position() + bytes.remaining();
      ByteBuffer larger = ByteBuffer.allocate(Math.max(needed, waiting.capacity() * 2));
      waiting.flip();
      larger.put(waiting);
      waiting = larger;
    }
    waiting.put(bytes);
  }
}
