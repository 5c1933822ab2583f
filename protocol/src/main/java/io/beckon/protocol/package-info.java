@NullMarked
package io.beckon.protocol;

import org.jspecify.annotations.NullMarked;
