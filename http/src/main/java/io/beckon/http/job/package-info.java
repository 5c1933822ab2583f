@NullMarked
package io.beckon.http.job;

import org.jspecify.annotations.NullMarked;
