@NullMarked
package io.beckon.persistence.compliance;

import org.jspecify.annotations.NullMarked;
