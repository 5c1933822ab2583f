@NullMarked
package io.beckon.http.compliance;

import org.jspecify.annotations.NullMarked;
