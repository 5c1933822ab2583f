@NullMarked
package io.beckon.protocol.compliance;

import org.jspecify.annotations.NullMarked;
