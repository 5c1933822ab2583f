/** Takes files from watched folders, FTP, FTPS and SFTP servers. */
@NullMarked
package io.beckon.actors.filedrop;

import org.jspecify.annotations.NullMarked;
