@NullMarked
package io.beckon.bench;

import org.jspecify.annotations.NullMarked;
