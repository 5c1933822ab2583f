@NullMarked
package io.beckon.http.campaign;

import org.jspecify.annotations.NullMarked;
