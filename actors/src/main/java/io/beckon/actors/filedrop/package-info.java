/** Takes files from watched folders and FTP servers. */
@NullMarked
package io.beckon.actors.filedrop;

import org.jspecify.annotations.NullMarked;
