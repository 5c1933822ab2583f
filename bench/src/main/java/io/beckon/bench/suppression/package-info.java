/** Measures how fast files of contacts are loaded. */
@NullMarked
package io.beckon.bench.suppression;

import org.jspecify.annotations.NullMarked;
