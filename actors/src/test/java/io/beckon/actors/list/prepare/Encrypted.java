package io.beckon.actors.list.prepare;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files with a password. */
final class Encrypted {
  private static final String PASSWORD = "open sesame";
  private static final String CSV = "phone\n+12025550101\n";

  private Encrypted() {}

  static byte[] xlsx() {
    var plain = Made.xlsx(Made.sheetOf(CSV));
    try (var container = new POIFSFileSystem();
        var out = new ByteArrayOutputStream()) {
      var encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword(PASSWORD);
      try (var book = OPCPackage.open(new ByteArrayInputStream(plain));
          var stream = encryptor.getDataStream(container)) {
        book.save(stream);
      }
      container.writeFilesystem(out);
      return out.toByteArray();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] xls() {
    Biff8EncryptionKey.setCurrentUserPassword(PASSWORD);
    try {
      return Made.xls(Made.sheetOf(CSV));
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  /** Only marked as encrypted, in both headers; nobody gets as far as the bytes. */
  static byte[] zip() {
    var zip = Made.zip(Map.of("a.csv", Made.utf8(CSV)));
    zip[6] |= 1;
    for (int i = 0; i < zip.length - 4; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 8] |= 1;
      }
    }
    return zip;
  }
}
