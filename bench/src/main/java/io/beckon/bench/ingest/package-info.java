/** Measures how fast files of contacts are loaded. */
@NullMarked
package io.beckon.bench.ingest;

import org.jspecify.annotations.NullMarked;
