@NullMarked
package io.beckon.http.dialing;

import org.jspecify.annotations.NullMarked;
