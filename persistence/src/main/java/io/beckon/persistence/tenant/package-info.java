@NullMarked
package io.beckon.persistence.tenant;

import org.jspecify.annotations.NullMarked;
