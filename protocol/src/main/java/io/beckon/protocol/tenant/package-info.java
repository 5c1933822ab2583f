@NullMarked
package io.beckon.protocol.tenant;

import org.jspecify.annotations.NullMarked;
