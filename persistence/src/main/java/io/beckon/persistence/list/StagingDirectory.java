package io.beckon.persistence.list;

import akka.stream.IOResult;
import akka.stream.javadsl.Broadcast;
import akka.stream.javadsl.FileIO;
import akka.stream.javadsl.Flow;
import akka.stream.javadsl.Keep;
import akka.stream.javadsl.Sink;
import akka.util.ByteString;
import io.beckon.protocol.list.ImportId;
import io.beckon.protocol.list.LoadFence;
import io.beckon.protocol.list.StagedFile;
import io.beckon.protocol.list.Staging;
import io.beckon.protocol.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Staged files under {@code staging/<tenant>/<first two digits>/<SHA-256>}. A file is written under
 * another name and renamed when it is whole and on disk, so whatever has a final name is complete.
 */
public final class StagingDirectory implements Staging {
  private final Path root;

  /**
   * @param data the directory that all nodes share
   */
  public StagingDirectory(Path data) {
    this.root = data.resolve("staging");
  }

  @Override
  public Path path(TenantId tenant, String sha256) {
    return root.resolve(tenant.value()).resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  @Override
  public Path prepared(TenantId tenant, ImportId importId) {
    return root.resolve(tenant.value()).resolve("prepared").resolve(importId + ".csv");
  }

  @Override
  public Path workplace(LoadFence fence) {
    return root.resolve(fence.list().tenant().value())
        .resolve("part")
        .resolve(fence.importId() + "-" + fence.epoch());
  }

  @Override
  public Path scratch(TenantId tenant) {
    return root.resolve(tenant.value()).resolve("part").resolve("look-" + UUID.randomUUID());
  }

  @Override
  public Sink<ByteString, CompletionStage<StagedFile>> sink(TenantId tenant) {
    var digest = sha256();
    var part = part(tenant);
    return Flow.of(ByteString.class)
        .map(
            bytes -> {
              bytes.getByteBuffers().forEach((ByteBuffer b) -> digest.update(b));
              return bytes;
            })
        .toMat(draining(FileIO.toPath(part)), Keep.right())
        .mapMaterializedValue(
            written ->
                written
                    .thenApply(result -> named(tenant, part, digest, result))
                    .exceptionallyCompose(e -> discarded(part, e)));
  }

  /** Reads on when the file cannot be written: who sends reads no answer before all is sent. */
  private static Sink<ByteString, CompletionStage<IOResult>> draining(
      Sink<ByteString, CompletionStage<IOResult>> file) {
    return Sink.combineMat(
        file,
        Sink.<ByteString>ignore(),
        outlets -> Broadcast.create(outlets, false),
        (written, drained) ->
            written.exceptionallyCompose(
                e ->
                    drained
                        .handle((done, broken) -> e)
                        .thenCompose(CompletableFuture::failedFuture)));
  }

  private StagedFile named(TenantId tenant, Path part, MessageDigest digest, IOResult written) {
    var sha256 = HexFormat.of().formatHex(digest.digest());
    var whole = path(tenant, sha256);
    try {
      try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.createDirectories(whole.getParent());
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new StagedFile(sha256, written.count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path part(TenantId tenant) {
    try {
      var folder = Files.createDirectories(root.resolve(tenant.value()).resolve("part"));
      return folder.resolve(UUID.randomUUID().toString());
    } catch (IOException e) {
      throw FullDisk.isFull(root, e) ? FullDisk.refusal() : new UncheckedIOException(e);
    }
  }

  private CompletionStage<StagedFile> discarded(Path part, Throwable e) {
    boolean full = FullDisk.isFull(root, e);
    try {
      Files.deleteIfExists(part);
    } catch (IOException leftBehind) {
      e.addSuppressed(leftBehind);
    }
    return CompletableFuture.failedFuture(full ? FullDisk.refusal() : e);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
