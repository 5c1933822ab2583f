package io.beckon.actors.list.prepare;

import io.beckon.protocol.pgp.PgpSecret;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPadding;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.jspecify.annotations.Nullable;

/**
 * An encrypted OpenPGP message, binary or armored. Signatures in it are passed over: who may send
 * files is a matter of who may sign in. Whether it is whole and unchanged is known at its end only,
 * so nothing that was written counts before.
 */
final class PgpMessage {
  private static final int DEEPEST = 4;

  private final Path file;
  private final Supplier<List<PgpSecret>> secrets;

  /**
   * @param secrets asked for once it is clear that they are needed
   */
  PgpMessage(Path file, Supplier<List<PgpSecret>> secrets) {
    this.file = file;
    this.secrets = secrets;
  }

  /** Everything, verified. */
  void open(Path to, Allowance read) throws IOException {
    open(to, read, Long.MAX_VALUE);
  }

  /**
   * @param most bytes after which it stops, without having verified anything
   * @return whether that was everything, verified
   */
  boolean open(Path to, Allowance read, long most) throws IOException {
    try (var bytes = new BufferedInputStream(new Disk(file), 1 << 16);
        var packets = PGPUtil.getDecoderStream(bytes)) {
      var opened = PgpSession.of(encrypted(factory(packets)), secrets.get());
      var message = content(factory(opened.clear()), 0);
      if (!copied(read.counting(message.literal().getInputStream()), to, most)) {
        return false;
      }
      message.requireEnd();
      opened.verify();
    } catch (PGPException | IOException e) {
      throw Refusals.badPgp(e);
    } catch (BadFileException | UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      throw e instanceof java.util.concurrent.CompletionException ? e : Refusals.badPgp(e);
    }
    if (Files.size(to) == 0) {
      throw Refusals.empty("The file in the PGP message is empty.");
    }
    return true;
  }

  private static PGPEncryptedDataList encrypted(PGPObjectFactory packets) throws IOException {
    var packet = packets.nextObject();
    while (packet instanceof PGPMarker) {
      packet = packets.nextObject();
    }
    if (packet instanceof PGPEncryptedDataList list) {
      return list;
    }
    throw Refusals.badPgp("it is not encrypted");
  }

  /** The file, and the packets around it, the inner ones first. */
  private record Message(PGPLiteralData literal, List<PGPObjectFactory> around) {
    /** Reads on: the modification detection code is behind everything else. */
    void requireEnd() throws IOException {
      for (var packets : around) {
        Object packet = packets.nextObject();
        while (packet != null) {
          if (!(packet instanceof PGPSignatureList || packet instanceof PGPPadding)) {
            throw Refusals.badPgp("something else stands behind the file in it");
          }
          packet = packets.nextObject();
        }
      }
    }
  }

  private static Message content(PGPObjectFactory packets, int depth)
      throws IOException, PGPException {
    var packet = next(packets);
    if (packet instanceof PGPLiteralData literal) {
      return new Message(literal, List.of(packets));
    }
    if (packet instanceof PGPCompressedData compressed && depth < DEEPEST) {
      var inner = content(factory(compressed.getDataStream()), depth + 1);
      var around = new java.util.ArrayList<>(inner.around());
      around.add(packets);
      return new Message(inner.literal(), around);
    }
    throw Refusals.badPgp("there is no file in it");
  }

  private static @Nullable Object next(PGPObjectFactory packets) throws IOException {
    Object packet = packets.nextObject();
    while (packet instanceof PGPOnePassSignatureList
        || packet instanceof PGPSignatureList
        || packet instanceof PGPMarker
        || packet instanceof PGPPadding) {
      packet = packets.nextObject();
    }
    return packet;
  }

  private static PGPObjectFactory factory(InputStream packets) {
    return new PGPObjectFactory(packets, new BcKeyFingerprintCalculator());
  }

  private static boolean copied(InputStream from, Path to, long most) throws IOException {
    try (var out = Files.newOutputStream(to)) {
      var buffer = new byte[1 << 16];
      long left = most;
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        write(out, buffer, (int) Math.min(n, left));
        left -= n;
        if (left < 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** What the disk says is not the message's fault. */
  private static void write(java.io.OutputStream out, byte[] bytes, int length) {
    try {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Disk extends InputStream {
    private final FileInputStream stream;

    Disk(Path file) throws IOException {
      this.stream = new FileInputStream(file.toFile());
    }

    @Override
    public int read() {
      try {
        return stream.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      try {
        return stream.read(bytes, from, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int available() throws IOException {
      return stream.available();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
