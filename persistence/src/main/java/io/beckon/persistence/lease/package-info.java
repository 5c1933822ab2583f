@NullMarked
package io.beckon.persistence.lease;

import org.jspecify.annotations.NullMarked;
