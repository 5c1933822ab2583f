@NullMarked
package io.beckon.protocol.suppression;

import org.jspecify.annotations.NullMarked;
