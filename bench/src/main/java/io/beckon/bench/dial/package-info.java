@NullMarked
package io.beckon.bench.dial;

import org.jspecify.annotations.NullMarked;
