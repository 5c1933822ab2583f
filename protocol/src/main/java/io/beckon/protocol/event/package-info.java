@NullMarked
package io.beckon.protocol.event;

import org.jspecify.annotations.NullMarked;
