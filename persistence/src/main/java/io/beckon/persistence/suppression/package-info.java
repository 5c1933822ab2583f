@NullMarked
package io.beckon.persistence.suppression;

import org.jspecify.annotations.NullMarked;
