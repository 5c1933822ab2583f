/** Measures how fast phone numbers are read. */
@NullMarked
package io.beckon.bench.numbers;

import org.jspecify.annotations.NullMarked;
