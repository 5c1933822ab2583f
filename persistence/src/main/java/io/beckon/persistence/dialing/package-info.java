@NullMarked
package io.beckon.persistence.dialing;

import org.jspecify.annotations.NullMarked;
