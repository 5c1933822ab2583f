package io.beckon.actors.filedrop;

import io.beckon.protocol.filedrop.TakenFiles.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** One connection to an SFTP server, signed in. */
record SftpVisit(SshClient client, SftpClient sftp, String folder) implements WatchedPlace.Visit {
  @Override
  public List<Seen> list() throws IOException {
    List<Seen> found = new ArrayList<>();
    try (var handle = sftp.openDir(folder)) {
      for (var some = sftp.readDir(handle); some != null; some = sftp.readDir(handle)) {
        for (var entry : some) {
          if (entry.getAttributes().isRegularFile() && !entry.getFilename().startsWith(".")) {
            found.add(seen(folder + entry.getFilename(), entry.getAttributes()));
          }
        }
      }
    } catch (SftpException e) {
      throw new PlaceTrouble("The folder " + folder + " cannot be listed: " + said(e) + ".");
    }
    return found;
  }

  private static Seen seen(String path, Attributes attributes) {
    var modified = attributes.getModifyTime();
    return new Seen(
        path, attributes.getSize(), modified == null ? Instant.EPOCH : modified.toInstant());
  }

  @Override
  public InputStream read(String path) throws IOException {
    try {
      return sftp.read(path);
    } catch (SftpException e) {
      throw refused(path, "read", e);
    }
  }

  @Override
  public OutputStream write(String path) throws IOException {
    try {
      return sftp.write(path);
    } catch (SftpException e) {
      throw refused(path, "written", e);
    }
  }

  @Override
  public Optional<Seen> find(String path) throws IOException {
    return attributes(path).filter(Attributes::isRegularFile).map(a -> seen(path, a));
  }

  private Optional<Attributes> attributes(String path) throws IOException {
    try {
      return Optional.of(sftp.lstat(path));
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return Optional.empty();
      }
      throw refused(path, "looked at", e);
    }
  }

  @Override
  public void makeFolder(String path) throws IOException {
    if (attributes(path).isPresent()) {
      return;
    }
    int above = path.lastIndexOf('/');
    if (above > 0) {
      makeFolder(path.substring(0, above));
    }
    try {
      sftp.mkdir(path);
    } catch (SftpException e) {
      throw refused(path, "made", e);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    try {
      sftp.rename(from, to);
    } catch (SftpException e) {
      throw refused(from, "moved to " + to, e);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      sftp.remove(path);
    } catch (SftpException e) {
      throw refused(path, "deleted", e);
    }
  }

  @Override
  public void close() {
    client.stop();
  }

  private static PlaceTrouble.Refused refused(String path, String done, SftpException e) {
    return new PlaceTrouble.Refused(path + " cannot be " + done + ": " + said(e) + ".");
  }

  private static String said(SftpException e) {
    return SftpConstants.getStatusName(e.getStatus()) + " " + e.getMessage();
  }
}
