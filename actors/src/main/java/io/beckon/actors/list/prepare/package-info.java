/** Turns packed files, workbooks and UTF-16 text into delimited text that can be cut anywhere. */
@NullMarked
package io.beckon.actors.list.prepare;

import org.jspecify.annotations.NullMarked;
