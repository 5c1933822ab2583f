@NullMarked
package io.beckon.protocol.device;

import org.jspecify.annotations.NullMarked;
