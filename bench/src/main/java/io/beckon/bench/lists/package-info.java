/** Large lists: how fast they leave as a file, how quickly they open, page and go. */
@NullMarked
package io.beckon.bench.lists;

import org.jspecify.annotations.NullMarked;
