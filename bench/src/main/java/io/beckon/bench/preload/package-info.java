/** Measures how fast files of contacts are loaded. */
@NullMarked
package io.beckon.bench.preload;

import org.jspecify.annotations.NullMarked;
