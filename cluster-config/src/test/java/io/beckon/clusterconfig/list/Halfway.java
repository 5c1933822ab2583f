package io.beckon.clusterconfig.list;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Holds a transfer after its first bytes until it is told to go on. */
final class Halfway implements SftpEventListener {
  final CountDownLatch reached = new CountDownLatch(1);
  final CountDownLatch goOn = new CountDownLatch(1);

  @Override
  public void reading(
      ServerSession session,
      String remoteHandle,
      FileHandle localHandle,
      long offset,
      byte[] data,
      int dataOffset,
      int dataLen)
      throws IOException {
    if (offset > 0) {
      reached.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }
}
