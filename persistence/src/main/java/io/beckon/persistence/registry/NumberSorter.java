package io.beckon.persistence.registry;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of numbers in bounded memory: what fills the array is sorted and written aside
 * (as differences, some two bytes a number), in the end all of it is merged.
 */
final class NumberSorter implements AutoCloseable {
  /** 32 MiB. */
  private static final int USUAL = 4 << 20;

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final long[] filling;
  private final List<Path> runs = new ArrayList<>();
  private int filled;

  /** Takes numbers in rising order. */
  interface Sink {
    void add(long number) throws IOException;
  }

  /**
   * @param folder where runs are written; exists
   */
  NumberSorter(Path folder) {
    this(folder, USUAL);
  }

  NumberSorter(Path folder, int atOnce) {
    this.folder = folder;
    this.filling = new long[atOnce];
  }

  void add(long number) throws IOException {
    if (filled == filling.length) {
      spill();
    }
    filling[filled++] = number;
  }

  private void spill() throws IOException {
    Arrays.sort(filling, 0, filled);
    Path run = Files.createTempFile(folder, "run", ".numbers");
    runs.add(run);
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER))) {
      long before = 0;
      for (int i = 0; i < filled; i++) {
        writeVar(out, filling[i] - before);
        before = filling[i];
      }
    }
    filled = 0;
  }

  /** Every number once, in rising order. */
  void drainTo(Sink sink) throws IOException {
    Arrays.sort(filling, 0, filled);
    List<Run> open = new ArrayList<>();
    try {
      for (Path run : runs) {
        open.add(new Run(run));
      }
      merge(open, sink);
    } finally {
      for (Run run : open) {
        run.close();
      }
    }
  }

  private void merge(List<Run> open, Sink sink) throws IOException {
    PriorityQueue<Run> heads = new PriorityQueue<>(Math.max(1, open.size()));
    open.stream().filter(run -> run.head != Run.END).forEach(heads::add);
    long last = -1;
    int at = 0;
    while (!heads.isEmpty() || at < filled) {
      Run first = heads.peek();
      long next;
      if (first != null && (at == filled || first.head <= filling[at])) {
        next = first.head;
        heads.remove();
        if (first.forward()) {
          heads.add(first);
        }
      } else {
        next = filling[at++];
      }
      if (next != last) {
        sink.add(next);
        last = next;
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }

  private static void writeVar(DataOutputStream out, long value) throws IOException {
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** A run being read, ordered by the number it is at. */
  private static final class Run implements Comparable<Run> {
    static final long END = -1;

    private final DataInputStream in;
    long head;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
      forward();
    }

    boolean forward() throws IOException {
      int b = in.read();
      if (b < 0) {
        head = END;
        return false;
      }
      long step = b & 0x7f;
      for (int shift = 7; b > 0x7f; shift += 7) {
        b = in.read();
        if (b < 0) {
          throw new EOFException("a sorted run is cut off");
        }
        step |= (long) (b & 0x7f) << shift;
      }
      head += step;
      return true;
    }

    @Override
    public int compareTo(Run other) {
      return Long.compare(head, other.head);
    }

    void close() throws IOException {
      in.close();
    }
  }
}
