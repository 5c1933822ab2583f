@NullMarked
package io.beckon.bench.api;

import org.jspecify.annotations.NullMarked;
