package io.beckon.clusterconfig.list;

import static java.time.ZoneOffset.UTC;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import com.typesafe.config.ConfigFactory;
import io.beckon.actors.pgp.PgpWorkshop;
import io.beckon.protocol.list.FileKind;
import io.beckon.protocol.list.FileWrapper;
import io.beckon.protocol.pgp.NewPgpKey;
import io.beckon.protocol.pgp.PgpPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.jspecify.annotations.Nullable;

/** A plain CSV without quotes in every form that a list may come in. */
final class Packed {
  enum Content {
    CSV(FileKind.CSV, "UTF-8"),
    WINDOWS(FileKind.CSV, "windows-1252"),
    UTF_16LE(FileKind.CSV, "UTF-16LE"),
    UTF_16BE(FileKind.CSV, "UTF-16BE"),
    XLSX(FileKind.XLSX, "UTF-8"),
    XLS(FileKind.XLS, "UTF-8");

    final FileKind kind;
    final String charset;

    Content(FileKind kind, String charset) {
      this.kind = kind;
      this.charset = charset;
    }
  }

  private static final PgpWorkshop WORKSHOP =
      new PgpWorkshop(Runnable::run, Clock.fixed(Instant.EPOCH.plusSeconds(1_700_000_000), UTC));

  private static final ActorSystem<Void> SENDER =
      ActorSystem.create(
          Behaviors.empty(),
          "sender",
          ConfigFactory.parseString("akka.actor.provider = local\nakka.daemonic = on")
              .withFallback(ConfigFactory.defaultReferenceUnresolved())
              .resolve());

  /** Of the tenant that files are sent to. */
  static final PgpPair KEY =
      WORKSHOP.pair(ListWorld.TENANT, NewPgpKey.MADE_HERE).toCompletableFuture().join();

  static PgpPair anotherKey() {
    return WORKSHOP.pair(ListWorld.TENANT, NewPgpKey.MADE_HERE).toCompletableFuture().join();
  }

  private Packed() {}

  static byte[] file(String csv, Content content, @Nullable FileWrapper wrapper) {
    var bytes =
        switch (content) {
          case XLSX -> workbook(new XSSFWorkbook(), csv);
          case XLS -> workbook(new HSSFWorkbook(), csv);
          default -> csv.getBytes(Charset.forName(content.charset));
        };
    return wrapper == null ? bytes : wrapped(bytes, wrapper);
  }

  static byte[] wrapped(byte[] content, FileWrapper wrapper) {
    if (wrapper == FileWrapper.PGP) {
      return encrypted(content);
    }
    var out = new ByteArrayOutputStream();
    try (var packed =
        wrapper == FileWrapper.GZIP ? new GZIPOutputStream(out) : new ZipOutputStream(out)) {
      if (packed instanceof ZipOutputStream zip) {
        zip.putNextEntry(new ZipEntry("people/list.bin"));
      }
      packed.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] encrypted(byte[] content) {
    return Source.single(ByteString.fromArray(content))
        .via(WORKSHOP.sealing(KEY.certificate().armored(), "list"))
        .runWith(Sink.fold(ByteString.emptyByteString(), ByteString::concat), SENDER)
        .toCompletableFuture()
        .join()
        .toArray();
  }

  /** An encrypted message as text. */
  static byte[] armored(byte[] message) {
    var out = new ByteArrayOutputStream();
    try (var armor = ArmoredOutputStream.builder().build(out)) {
      armor.write(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Phone numbers are numbers of the sheet, as people type them. */
  private static byte[] workbook(Workbook book, String csv) {
    try (book;
        var out = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("People");
      int number = 0;
      for (var line : csv.split("\n", -1)) {
        var row = sheet.createRow(number++);
        var fields = line.split(",", -1);
        for (int i = 0; i < fields.length; i++) {
          if (fields[i].startsWith("+")) {
            row.createCell(i).setCellValue(Double.parseDouble(fields[i]));
          } else {
            row.createCell(i).setCellValue(fields[i]);
          }
        }
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
