@NullMarked
package io.beckon.protocol.dialing;

import org.jspecify.annotations.NullMarked;
