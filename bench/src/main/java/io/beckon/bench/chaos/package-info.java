@NullMarked
package io.beckon.bench.chaos;

import org.jspecify.annotations.NullMarked;
