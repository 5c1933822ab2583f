@NullMarked
package io.beckon.protocol.campaign;

import org.jspecify.annotations.NullMarked;
