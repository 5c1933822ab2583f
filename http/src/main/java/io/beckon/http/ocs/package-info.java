@NullMarked
package io.beckon.http.ocs;

import org.jspecify.annotations.NullMarked;
