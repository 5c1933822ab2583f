@NullMarked
package io.beckon.protocol.list;

import org.jspecify.annotations.NullMarked;
