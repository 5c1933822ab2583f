@NullMarked
package io.beckon.bench.start;

import org.jspecify.annotations.NullMarked;
