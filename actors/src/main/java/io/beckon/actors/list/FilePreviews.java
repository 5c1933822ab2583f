package io.beckon.actors.list;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.actors.list.prepare.Sample;
import io.beckon.protocol.list.FileFormat;
import io.beckon.protocol.list.FileLooks;
import io.beckon.protocol.list.ImportError;
import io.beckon.protocol.list.ImportOptions;
import io.beckon.protocol.list.KeptUpload;
import io.beckon.protocol.list.Preview;
import io.beckon.protocol.list.Staging;
import io.beckon.protocol.pgp.PgpSecrets;
import io.beckon.protocol.reference.Locator;
import io.beckon.protocol.reference.Locators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Looks at the start of staged files with the readers that loads use. */
public final class FilePreviews implements FileLooks {
  private final Staging staging;
  private final PgpSecrets pgp;
  private final Locators locators;
  private final Executor blocking;

  /**
   * @param blocking may wait for the disk and the database
   */
  public FilePreviews(Staging staging, PgpSecrets pgp, Locators locators, Executor blocking) {
    this.staging = staging;
    this.pgp = pgp;
    this.locators = locators;
    this.blocking = blocking;
  }

  @Override
  public CompletionStage<Preview> look(KeptUpload upload, ImportOptions options) {
    return locators
        .of(upload.list().tenant())
        .thenApplyAsync(locator -> looked(upload, options, locator), blocking);
  }

  private Preview looked(KeptUpload upload, ImportOptions options, Locator locator) {
    var tenant = upload.list().tenant();
    var workplace = staging.scratch(tenant);
    try {
      Files.createDirectories(workplace);
      try {
        var staged = staging.path(tenant, upload.file().sha256());
        return sampled(
            upload,
            options,
            locator,
            Sample.of(
                staged,
                workplace,
                options.charset(),
                () -> pgp.secrets(tenant).toCompletableFuture().join()));
      } catch (BadFileException e) {
        return unreadable(upload, e.error());
      } catch (NoSuchFileException e) {
        return unreadable(
            upload,
            new ImportError(
                "FILE_GONE", "The staged file is not there any more.", "Send the file again."));
      } finally {
        clear(workplace);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Preview sampled(
      KeptUpload upload, ImportOptions options, Locator locator, Sample.Sampled sample)
      throws IOException {
    FileFormat format;
    try {
      format =
          FileProbe.look(sample.file(), FileTaking.readAs(options, sample.taken()), bytes -> {});
    } catch (BadFileException e) {
      return unreadable(upload, e.error());
    }
    var wanted =
        new Wanted(upload.list().kind(), upload.clientIds(), options, sample.taken().kind());
    return new PreviewRows(upload, sample, format, wanted, locator).preview();
  }

  private static Preview unreadable(KeptUpload upload, ImportError error) {
    return new Preview(
        upload.id(),
        upload.fileName(),
        upload.file().bytes(),
        true,
        null,
        null,
        null,
        null,
        false,
        List.of(),
        List.of(),
        error);
  }

  private static void clear(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
