@NullMarked
package io.beckon.protocol.system;

import org.jspecify.annotations.NullMarked;
