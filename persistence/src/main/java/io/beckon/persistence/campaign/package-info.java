@NullMarked
package io.beckon.persistence.campaign;

import org.jspecify.annotations.NullMarked;
