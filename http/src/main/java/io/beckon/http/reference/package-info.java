/** {@code /reference-data} and {@code /zone-map}. */
@NullMarked
package io.beckon.http.reference;

import org.jspecify.annotations.NullMarked;
